package dev.arcrun.workspace.programs;

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
public record SearchPath(List<Path> folders) {
    /** Of programs on Windows; files without one are scripts for other systems there. */
    private static final List<String> WINDOWS_ENDINGS = List.of(".exe", ".cmd", ".bat");

    public SearchPath {
        folders = List.copyOf(folders);
    }

    /**
     * @param text as in the variable PATH; what is no path is passed over
     */
    public static SearchPath of(String text) {
        return new SearchPath(
                List.of(text.split(File.pathSeparator, -1)).stream()
                        .filter(folder -> !folder.isBlank())
                        .flatMap(folder -> path(folder).stream())
                        .toList());
    }

    /** The folders this program was started with. */
    public static SearchPath ofEnvironment() {
        return of(System.getenv().getOrDefault("PATH", ""));
    }

    /** The program of that name; on Windows with {@code .exe}, {@code .cmd} or {@code .bat}. */
    public Optional<Path> find(String program) {
        boolean windows = OperatingSystem.here() == OperatingSystem.WINDOWS;
        for (Path folder : folders) {
            for (String ending : windows ? WINDOWS_ENDINGS : List.of("")) {
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
