package dev.arcrun.workspace.localcloud;

import dev.arcrun.workspace.Workspace;
import dev.arcrun.workspace.WorkspaceException;
import dev.arcrun.workspace.programs.SearchPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * The local Cloudflare of a workspace: at most one runs. Several programs and threads may start and
 * stop it at once.
 */
public final class LocalCloud {
    private static final Duration READY = Duration.ofMinutes(2);
    private static final Duration ENDED = Duration.ofSeconds(30);
    private static final int LOOK_MS = 50;

    private final CloudFolder folder;
    private final SearchPath path;

    /**
     * How a start ended.
     *
     * @param cloud the one that runs now
     * @param already it ran before
     */
    public record Started(RunningCloud cloud, boolean already) {}

    LocalCloud(CloudFolder folder, SearchPath path) {
        this.folder = folder;
        this.path = path;
    }

    public static LocalCloud of(Workspace workspace) {
        return new LocalCloud(CloudFolder.of(workspace), SearchPath.ofEnvironment());
    }

    /**
     * Starts it in the background, on free ports of 127.0.0.1, and waits until it answers. One that
     * runs is left as it is. The first start fetches its packages from npm.
     *
     * @param parent a process with whose end it ends; without one it goes on until {@link #stop}
     * @param progress is told a line at each thing that takes a while
     * @throws WorkspaceException when Node is missing, packages can't be fetched, or it ends at
     *     once; says what to do
     */
    public Started start(OptionalLong parent, Consumer<String> progress)
            throws InterruptedException {
        try {
            folder.create();
            try (CommandLock _ = commandLock(progress)) {
                Optional<RunningCloud> running = CloudRecord.running(folder);
                if (running.isPresent()) {
                    return new Started(running.get(), true);
                }
                Optional<OwnedProcess> starting = CloudRecord.owner(folder);
                if (starting.isPresent()) {
                    return new Started(ready(starting.get()), true);
                }
                folder.clean();
                return new Started(ready(launch(parent, progress)), false);
            }
        } catch (IOException e) {
            throw new WorkspaceException(
                    "The local Cloudflare can't be started: " + e.getMessage(), e);
        }
    }

    /** The one that runs. */
    public Optional<RunningCloud> running() {
        return CloudRecord.running(folder);
    }

    /**
     * Ends it and waits until it is gone; what was deployed to it stays for the next start.
     *
     * @return whether one ran
     */
    public boolean stop() throws InterruptedException {
        if (!Files.isDirectory(folder.root())) {
            return false;
        }
        try (CommandLock _ = commandLock(line -> {})) {
            Optional<OwnedProcess> process =
                    CloudRecord.running(folder)
                            .flatMap(cloud -> OwnedProcess.of(cloud.processId()));
            if (process.isEmpty()) {
                process = CloudRecord.owner(folder);
            }
            if (process.isPresent()) {
                process.get().end(ENDED);
            } else if (Files.exists(folder.emulatorLock())) {
                Orphans.end(EmulatorFiles.find());
            }
            folder.clean();
            return process.isPresent();
        } catch (IOException e) {
            throw new WorkspaceException(
                    "The local Cloudflare can't be stopped: " + e.getMessage(), e);
        }
    }

    /** Its folder, which holds what was deployed to it. */
    public Path folder() {
        return folder.root();
    }

    /** What its folder holds, in bytes. */
    public long size() {
        try {
            return folder.size();
        } catch (IOException e) {
            throw new WorkspaceException(folder.root() + " can't be read: " + e.getMessage(), e);
        }
    }

    private OwnedProcess launch(OptionalLong parent, Consumer<String> progress)
            throws IOException, InterruptedException {
        NodeRuntime node = NodeRuntime.find(path);
        EmulatorFiles files = EmulatorFiles.find();
        Orphans.end(files);
        try (CommandLock _ =
                CommandLock.acquire(
                        folder.packagesLock(),
                        () -> progress.accept("Another arcrun fetches the packages …"))) {
            var packages = new EmulatorPackages(files, node);
            if (!packages.arePresent()) {
                packages.fetch(progress);
            }
        }
        progress.accept("Starting the local Cloudflare …");
        return new DetachedEmulator(node, files).start(folder, parent);
    }

    private RunningCloud ready(OwnedProcess process) throws InterruptedException {
        long end = System.nanoTime() + READY.toNanos();
        while (System.nanoTime() - end < 0) {
            boolean alive = process.isAlive();
            Optional<RunningCloud> cloud = CloudRecord.running(folder);
            if (cloud.isPresent()) {
                return cloud.get();
            }
            if (!alive) {
                throw new WorkspaceException(DetachedEmulator.ended(folder));
            }
            Thread.sleep(LOOK_MS);
        }
        process.end(ENDED);
        throw new WorkspaceException(
                "The local Cloudflare wasn't ready after two minutes and was stopped. What it wrote"
                        + " stands in "
                        + folder.log()
                        + ". Try again when the computer has less to do.");
    }

    private CommandLock commandLock(Consumer<String> progress)
            throws IOException, InterruptedException {
        return CommandLock.acquire(
                folder.commandLock(),
                () -> progress.accept("Another arcrun starts or stops it; waiting …"));
    }
}
