package dev.arcrun.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder with recipes, parts and tests; it belongs in git. Nothing is read before it is asked
 * for.
 *
 * @param root absolute
 */
public record Workspace(Path root) {
    /** The file that marks a workspace. */
    public static final String SETTINGS = "arcrun.yaml";

    public Workspace {
        root = root.toAbsolutePath().normalize();
    }

    /** The workspace around a file or folder, found by walking up; null where there is none. */
    public static @Nullable Workspace around(Path place) {
        for (Path folder = place.toAbsolutePath().normalize();
                folder != null;
                folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve(SETTINGS))) {
                return new Workspace(folder);
            }
        }
        return null;
    }

    public Path recipes() {
        return root.resolve("recipes");
    }

    public Path parts() {
        return root.resolve("parts");
    }

    public Path tests() {
        return root.resolve("tests");
    }

    /** This machine's state: history and caches; not for git. */
    public Path state() {
        return root.resolve(".arcrun");
    }

    public Path history() {
        return state().resolve("runs.db");
    }

    /** The recipe files, by name. */
    public List<Path> recipeFiles() {
        return yamlFiles(recipes());
    }

    /** The files of saved runs, by name. */
    public List<Path> testFiles() {
        return yamlFiles(tests());
    }

    /** The file of the recipe of that name, or null. */
    public @Nullable Path recipeFile(String recipe) {
        for (String ending : List.of(".yaml", ".yml", ".json")) {
            Path file = recipes().resolve(recipe + ending).normalize();
            if (recipes().equals(file.getParent()) && Files.isRegularFile(file)) {
                return file;
            }
        }
        return null;
    }

    /**
     * The name under which other recipes call the recipe in a file: the file's own, without its
     * ending.
     */
    public static String recipeName(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    private static List<Path> yamlFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> {
                        String name = file.getFileName().toString();
                        return !name.startsWith(".")
                                && (name.endsWith(".yaml") || name.endsWith(".yml"));
                    })
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new WorkspaceException(
                    "The folder " + folder + " can't be read: " + e.getMessage(), e);
        }
    }
}
