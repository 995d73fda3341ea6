package dev.arcrun.workspace.authoring;

import dev.arcrun.catalog.pages.CatalogPages;
import dev.arcrun.workspace.TextFile;
import dev.arcrun.workspace.WorkspaceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A folder that holds the catalog's pages.
 *
 * @param pages texts by file name
 */
public record PageFolder(Path folder, Map<String, String> pages) {
    public PageFolder {
        pages = Map.copyOf(pages);
    }

    /** Files that aren't there, differ, or belong to a part that is gone; by name. */
    public List<Path> stale() {
        List<Path> stale = new ArrayList<>(leftOver());
        pages.forEach((name, text) -> {
            Path file = folder.resolve(name);
            if (!Files.isRegularFile(file) || !unixLines(file).equals(text)) {
                stale.add(file);
            }
        });
        return stale.stream().sorted().toList();
    }

    /** Makes the folder hold the pages; other files in it stay. */
    public void write() {
        try {
            Files.createDirectories(folder);
            for (Path file : stale()) {
                String text = pages.get(file.getFileName().toString());
                if (text == null) {
                    Files.delete(file);
                } else {
                    Files.writeString(file, text);
                }
            }
        } catch (IOException e) {
            throw new WorkspaceException(folder + " can't be written: " + e.getMessage(), e);
        }
    }

    private List<Path> leftOver() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".md"))
                    .filter(file -> !pages.containsKey(file.getFileName().toString()))
                    .filter(file -> unixLines(file).startsWith(CatalogPages.MARK))
                    .toList();
        } catch (IOException e) {
            throw new WorkspaceException(folder + " can't be read: " + e.getMessage(), e);
        }
    }

    /** Git may have written Windows line ends. */
    private static String unixLines(Path file) {
        return TextFile.read(file).replace("\r\n", "\n");
    }
}
