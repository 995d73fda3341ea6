package dev.arcrun.workspace.authoring;

import dev.arcrun.workspace.WorkspaceException;
import dev.arcrun.workspace.programs.SearchPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The target of Cargo that makes WASI programs. */
final class CargoTarget {
    static final String NAME = "wasm32-wasip1";

    private CargoTarget() {}

    /** Whether the compiler has the target's library; true where there is no compiler to ask. */
    static boolean isInstalled(SearchPath path) throws IOException, InterruptedException {
        Optional<Path> compiler = path.find("rustc");
        if (compiler.isEmpty()) {
            return true;
        }
        Process asked =
                new ProcessBuilder(
                                compiler.get().toString(),
                                "--print",
                                "target-libdir",
                                "--target",
                                NAME)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            asked.getOutputStream().close();
            byte[] answer = asked.getInputStream().readAllBytes();
            String folder = new String(answer, StandardCharsets.UTF_8).strip();
            return asked.waitFor() == 0 && Files.isDirectory(Path.of(folder));
        } finally {
            asked.destroy();
        }
    }

    static String missing() {
        return "Rust is there, but it can't make WebAssembly yet: run `rustup target add "
                + NAME
                + "`.";
    }

    /**
     * Puts the program Cargo left beside the contract.
     *
     * @throws WorkspaceException when there isn't exactly one program
     */
    static void copy(Path folder, Path program) throws IOException {
        Path output = folder.resolve("target").resolve(NAME).resolve("release");
        List<Path> made = programs(output);
        if (made.size() != 1) {
            throw new WorkspaceException(
                    "Cargo left "
                            + made.size()
                            + " programs in "
                            + output
                            + "; a part is one. Keep one `[[bin]]` in Cargo.toml, and remove old"
                            + " ones with `cargo clean`.");
        }
        Files.copy(made.getFirst(), program, StandardCopyOption.REPLACE_EXISTING);
    }

    private static List<Path> programs(Path output) throws IOException {
        if (!Files.isDirectory(output)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(output)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".wasm")).toList();
        }
    }
}
