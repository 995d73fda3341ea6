package dev.arcrun.workspace.localcloud;

import dev.arcrun.workspace.WorkspaceException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/** Starts the emulator so that it outlives this program and its terminal. */
final class DetachedEmulator {
    private static final String DETACH = "detach.mjs";

    private final NodeRuntime node;
    private final EmulatorFiles files;

    DetachedEmulator(NodeRuntime node, EmulatorFiles files) {
        this.node = node;
        this.files = files;
    }

    /**
     * Starts it; it isn't ready yet.
     *
     * @param parent the process with whose end it ends, or none
     */
    OwnedProcess start(CloudFolder folder, OptionalLong parent)
            throws IOException, InterruptedException {
        prepareLog(folder.log());
        List<String> command =
                new ArrayList<>(
                        List.of(
                                node.program().toString(),
                                "--input-type=module",
                                "--eval",
                                detach(),
                                folder.log().toString(),
                                files.main().toString(),
                                "--state",
                                folder.state().toString()));
        if (parent.isPresent()) {
            command.addAll(List.of("--parent", String.valueOf(parent.getAsLong())));
        }
        Process launcher =
                new ProcessBuilder(command)
                        .directory(files.folder().toFile())
                        .redirectErrorStream(true)
                        .start();
        launcher.getOutputStream().close();
        String answer;
        try (InputStream output = launcher.getInputStream()) {
            answer = new String(output.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
        if (launcher.waitFor() != 0 || !answer.matches("\\d{1,10}")) {
            throw new WorkspaceException("The local Cloudflare can't be started: " + answer);
        }
        return OwnedProcess.of(Long.parseLong(answer))
                .orElseThrow(() -> new WorkspaceException(ended(folder)));
    }

    /** Why it ended before it was ready, from its log. */
    static String ended(CloudFolder folder) {
        List<String> lines = lastLines(folder.log());
        return "The local Cloudflare ended before it was ready"
                + (lines.isEmpty() ? "." : ":\n  " + String.join("\n  ", lines))
                + "\nAll it wrote stands in "
                + folder.log()
                + ".";
    }

    /** Readable by its owner alone before anything is in it. */
    private static void prepareLog(Path log) throws IOException {
        Files.deleteIfExists(log);
        Files.createFile(log);
        if (Files.getFileStore(log).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(log, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static List<String> lastLines(Path log) {
        final int shown = 8;
        try {
            List<String> lines =
                    new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.isBlank())
                            .toList();
            return lines.subList(Math.max(0, lines.size() - shown), lines.size());
        } catch (IOException e) {
            return List.of();
        }
    }

    private static String detach() throws IOException {
        try (InputStream text =
                Objects.requireNonNull(DetachedEmulator.class.getResourceAsStream(DETACH))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
