package dev.arcrun.workspace.localcloud;

import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonReader;
import dev.arcrun.engine.value.JsonSyntaxException;
import dev.arcrun.workspace.TextFile;
import dev.arcrun.workspace.WorkspaceException;
import dev.arcrun.workspace.programs.LoggedCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What the emulator needs from npm, exactly as its lock file pins it. */
final class EmulatorPackages {
    /** Hashes are in the lock file; no script of a package runs. */
    private static final List<String> FETCH =
            List.of(
                    "npm",
                    "ci",
                    "--omit=dev",
                    "--ignore-scripts",
                    "--no-audit",
                    "--no-fund",
                    "--loglevel=http",
                    "--no-color");

    private final Path folder;
    private final NodeRuntime node;

    EmulatorPackages(EmulatorFiles files, NodeRuntime node) {
        this.folder = files.folder();
        this.node = node;
    }

    /**
     * Whether every package of the lock is installed in its version. npm notes what it installed
     * when it is done, so that an interrupted installation counts as none.
     */
    boolean arePresent() {
        Path installed = folder.resolve("node_modules/.package-lock.json");
        if (!Files.isRegularFile(installed)) {
            return false;
        }
        Map<String, Json> there = packages(installed);
        return packages(folder.resolve("package-lock.json")).entrySet().stream()
                .filter(entry -> isNeeded(entry.getKey(), entry.getValue()))
                .allMatch(entry ->
                        version(entry.getValue())
                                .equals(
                                        version(
                                                there.getOrDefault(
                                                        entry.getKey(), Json.Obj.EMPTY))));
    }

    /**
     * Fetches them over the network, or from npm's cache.
     *
     * @param progress is told a line now and then
     * @throws WorkspaceException when npm isn't there or fails
     */
    void fetch(Consumer<String> progress) throws InterruptedException {
        node.requireNpm();
        progress.accept(
                "Fetching the packages of the local Cloudflare from npm, about 170 MB on the disk."
                        + " That happens once.");
        var log = new NpmLog(progress);
        try {
            int code = new LoggedCommand(FETCH, folder, node.path()).run(log);
            if (code != 0) {
                throw new WorkspaceException(
                        "The packages of the local Cloudflare couldn't be fetched: `npm ci` ended"
                                + " with exit code "
                                + code
                                + ". Mend what npm says above, such as the connection, and start"
                                + " again.");
            }
        } catch (IOException e) {
            throw new WorkspaceException("npm can't be run: " + e.getMessage(), e);
        }
        progress.accept("The packages are there; from now on it starts without the network.");
    }

    /** Optional packages are for one system each: npm knows which. */
    private static boolean isNeeded(String name, Json entry) {
        return !name.isEmpty() && !is(entry, "dev") && !is(entry, "optional");
    }

    private static boolean is(Json entry, String flag) {
        return entry instanceof Json.Obj object && Json.of(true).equals(object.get(flag));
    }

    private static Json version(Json entry) {
        return entry instanceof Json.Obj object && object.get("version") instanceof Json.Str text
                ? text
                : Json.of("");
    }

    private static Map<String, Json> packages(Path lock) {
        try {
            return JsonReader.read(TextFile.read(lock)) instanceof Json.Obj root
                            && root.get("packages") instanceof Json.Obj packages
                    ? packages.members()
                    : Map.of();
        } catch (JsonSyntaxException e) {
            return Map.of();
        }
    }
}
