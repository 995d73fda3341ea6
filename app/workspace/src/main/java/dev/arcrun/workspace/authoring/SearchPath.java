package dev.arcrun.workspace.authoring;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The folders where programs are looked for.
 *
 * @param folders in the order they are searched
 */
record SearchPath(List<Path> folders) {
    private static final List<String> ENDINGS = List.of("", ".exe", ".cmd", ".bat");

    SearchPath {
        folders = List.copyOf(folders);
    }

    /**
     * @param text as in the variable PATH; what is no path is passed over
     */
    static SearchPath of(String text) {
        return new SearchPath(
                List.of(text.split(File.pathSeparator, -1)).stream()
                        .filter(folder -> !folder.isBlank())
                        .flatMap(folder -> path(folder).stream())
                        .toList());
    }

    /** The program of that name; on Windows also {@code .exe}, {@code .cmd} and {@code .bat}. */
    Optional<Path> find(String program) {
        boolean windows = OperatingSystem.here() == OperatingSystem.WINDOWS;
        for (Path folder : folders) {
            for (String ending : windows ? ENDINGS : List.of("")) {
                Path file = folder.resolve(program + ending);
                if (Files.isRegularFile(file) && Files.isExecutable(file)) {
                    return Optional.of(file);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
