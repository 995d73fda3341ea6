package dev.arcrun.workspace.localcloud;

import dev.arcrun.workspace.UserFolders;
import dev.arcrun.workspace.Workspace;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Where the local Cloudflare of a workspace is kept, in the user's own folder.
 *
 * @param root for its owner alone; absent until the first start
 */
record CloudFolder(Path root) {
    static CloudFolder of(Workspace workspace) {
        return new CloudFolder(
                UserFolders.data().resolve("cloud").resolve(UserFolders.name(workspace)));
    }

    /** The emulator's own folder. */
    Path state() {
        return root.resolve("state");
    }

    /** Written by the emulator while it runs. */
    Path record() {
        return state().resolve("running.json");
    }

    /** Begins with the process id of the emulator that uses the state. */
    Path emulatorLock() {
        return state().resolve("lock");
    }

    Path log() {
        return root.resolve("emulator.log");
    }

    /** Held while something is started or stopped here. */
    Path commandLock() {
        return root.resolve("command.lock");
    }

    /** Held while packages are fetched, by all workspaces. */
    Path packagesLock() {
        return root.resolveSibling("packages.lock");
    }

    void create() throws IOException {
        Files.createDirectories(root);
        for (Path folder : List.of(root.toAbsolutePath().getParent(), root)) {
            if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
        }
    }

    /** Takes away what a dead emulator left; its account stays. */
    void clean() throws IOException {
        for (Path file : List.of(record(), state().resolve("token"), emulatorLock())) {
            Files.deleteIfExists(file);
        }
    }

    /** In bytes; what comes and goes meanwhile is passed over. */
    long size() throws IOException {
        if (!Files.isDirectory(root)) {
            return 0;
        }
        var bytes = new AtomicLong();
        Files.walkFileTree(
                root,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        bytes.addAndGet(attributes.size());
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException gone) {
                        return FileVisitResult.CONTINUE;
                    }
                });
        return bytes.get();
    }
}
