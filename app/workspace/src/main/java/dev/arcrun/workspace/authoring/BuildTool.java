package dev.arcrun.workspace.authoring;

import dev.arcrun.workspace.programs.NodeInstall;
import dev.arcrun.workspace.programs.OperatingSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What builds a part, told by the file in its folder, and where it is to be had. */
enum BuildTool {
    NPM(
            "package.json",
            "npm",
            "Node 20 or newer",
            NodeInstall.ON_LINUX,
            NodeInstall.ON_MAC,
            NodeInstall.ON_WINDOWS),
    CARGO(
            "Cargo.toml",
            "cargo",
            "Rust",
            "install it with rustup, https://rustup.rs, then run `rustup target add wasm32-wasip1`",
            "install it with rustup, https://rustup.rs, then run `rustup target add wasm32-wasip1`",
            "run `winget install Rustlang.Rustup`, then `rustup target add wasm32-wasip1`"),
    TINYGO(
            "go.mod",
            "tinygo",
            "TinyGo",
            "install Go, https://go.dev/dl/, and TinyGo, https://tinygo.org/getting-started/install/linux/",
            "run `brew install go`, then `brew install tinygo-org/tools/tinygo`",
            "run `scoop install go tinygo`, see https://tinygo.org/getting-started/install/windows/"),
    MAKE(
            "Makefile",
            "make",
            "make",
            "install the package `make`",
            "run `xcode-select --install`",
            "run `winget install GnuWin32.Make`");

    private final String file;
    private final String command;
    private final String name;
    private final String onLinux;
    private final String onMac;
    private final String onWindows;

    BuildTool(
            String file,
            String command,
            String name,
            String onLinux,
            String onMac,
            String onWindows) {
        this.file = file;
        this.command = command;
        this.name = name;
        this.onLinux = onLinux;
        this.onMac = onMac;
        this.onWindows = onWindows;
    }

    /** The tool for a folder; empty where no file tells. */
    static Optional<BuildTool> of(Path folder) {
        for (BuildTool tool : values()) {
            if (Files.isRegularFile(folder.resolve(tool.file))) {
                return Optional.of(tool);
            }
        }
        return Optional.empty();
    }

    /** The program that must be on the path. */
    String command() {
        return command;
    }

    /** How to get it, a sentence. */
    String missing(OperatingSystem system) {
        String how =
                switch (system) {
                    case LINUX -> onLinux;
                    case MAC -> onMac;
                    case WINDOWS -> onWindows;
                };
        return "This part is built with "
                + name
                + ", but `"
                + command
                + "` isn't there: "
                + how
                + ".";
    }

    /** What is run in the folder, one after another. */
    List<List<String>> commands(Path folder, String id) {
        return switch (this) {
            case NPM -> npm(folder);
            case CARGO ->
                    List.of(List.of("cargo", "build", "--release", "--target", CargoTarget.NAME));
            case TINYGO ->
                    List.of(
                            List.of(
                                    "tinygo",
                                    "build",
                                    "-o",
                                    id + ".wasm",
                                    "-target=wasip1",
                                    "-no-debug",
                                    "."));
            case MAKE -> List.of(List.of("make"));
        };
    }

    /**
     * Packages are installed when they aren't yet; without a lock there is nothing to install by.
     */
    private static List<List<String>> npm(Path folder) {
        List<List<String>> commands = new ArrayList<>();
        boolean locked = Files.isRegularFile(folder.resolve("package-lock.json"));
        if (!Files.isDirectory(folder.resolve("node_modules"))) {
            commands.add(List.of("npm", locked ? "ci" : "install", "--no-audit", "--no-fund"));
        }
        commands.add(List.of("npm", "run", "build"));
        return commands;
    }
}
