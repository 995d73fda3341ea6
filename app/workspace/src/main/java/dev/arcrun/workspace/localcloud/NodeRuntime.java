package dev.arcrun.workspace.localcloud;

import dev.arcrun.workspace.WorkspaceException;
import dev.arcrun.workspace.programs.LoggedCommand;
import dev.arcrun.workspace.programs.NodeInstall;
import dev.arcrun.workspace.programs.OperatingSystem;
import dev.arcrun.workspace.programs.SearchPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Node that is new enough for the emulator.
 *
 * @param program its file
 * @param path where it was found, and npm is looked for
 */
record NodeRuntime(Path program, SearchPath path) {
    private static final int MAJOR = 20;
    private static final int MINOR = 3;
    private static final Pattern VERSION = Pattern.compile("v(\\d{1,4})\\.(\\d{1,4})\\..*");

    /**
     * @throws WorkspaceException when there is none or it is too old; says how to get one
     */
    static NodeRuntime find(SearchPath path) throws InterruptedException {
        Path program =
                path.find("node")
                        .orElseThrow(() -> new WorkspaceException(wanted("it isn't there")));
        var version = new AtomicReference<>("");
        try {
            new LoggedCommand(List.of("node", "--version"), Path.of("").toAbsolutePath(), path)
                    .run(line -> version.compareAndSet("", line.strip()));
        } catch (IOException e) {
            throw new WorkspaceException(wanted(program + " can't be run"), e);
        }
        Matcher numbers = VERSION.matcher(version.get());
        if (!numbers.matches()) {
            throw new WorkspaceException(wanted(program + " doesn't say its version"));
        }
        int major = Integer.parseInt(numbers.group(1));
        int minor = Integer.parseInt(numbers.group(2));
        if (major < MAJOR || major == MAJOR && minor < MINOR) {
            throw new WorkspaceException(wanted(program + " is " + version.get()));
        }
        return new NodeRuntime(program, path);
    }

    /**
     * @throws WorkspaceException when npm isn't there
     */
    void requireNpm() {
        if (path.find("npm").isEmpty()) {
            throw new WorkspaceException(
                    "The packages of the local Cloudflare are fetched with npm, but `npm` isn't there: "
                            + NodeInstall.on(OperatingSystem.here())
                            + ".");
        }
    }

    private static String wanted(String instead) {
        return "The local Cloudflare runs on Node "
                + MAJOR
                + "."
                + MINOR
                + " or newer, but "
                + instead
                + ": "
                + NodeInstall.on(OperatingSystem.here())
                + ".";
    }
}
