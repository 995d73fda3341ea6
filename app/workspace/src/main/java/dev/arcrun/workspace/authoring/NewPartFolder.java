package dev.arcrun.workspace.authoring;

import dev.arcrun.catalog.NewPart;
import dev.arcrun.catalog.PartTemplate;
import dev.arcrun.workspace.WorkspaceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Makes the folder of a new part. */
public final class NewPartFolder {
    private NewPartFolder() {}

    /**
     * Writes a template's files into a folder that is new or empty.
     *
     * @return the paths written, inside the folder, in order
     * @throws WorkspaceException when it can't be called that, something is in the folder, or a
     *     file can't be written
     */
    public static List<String> write(PartTemplate template, String id, Path folder) {
        if (!NewPart.isId(id)) {
            throw new WorkspaceException(
                    "`"
                            + id
                            + "` can't be the id of a part: it begins with a small letter and has"
                            + " small letters, digits and `_`, at most 64.");
        }
        try {
            if (Files.exists(folder) && !isEmpty(folder)) {
                throw new WorkspaceException(
                        folder
                                + " exists already; nothing was written. Choose another id or --in.");
            }
            Map<String, String> files = NewPart.files(template, id);
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path target = folder.resolve(file.getKey());
                Files.createDirectories(target.getParent());
                Files.writeString(target, file.getValue());
            }
            return List.copyOf(files.keySet());
        } catch (IOException e) {
            throw new WorkspaceException(folder + " can't be written: " + e.getMessage(), e);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
