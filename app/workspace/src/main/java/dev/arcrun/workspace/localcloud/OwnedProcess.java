package dev.arcrun.workspace.localcloud;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A process that wrote a file with its id. */
final class OwnedProcess {
    /** Start times are rounded. */
    private static final Duration ROUNDING = Duration.ofSeconds(2);

    private static final int LOOK_MS = 50;

    private final ProcessHandle handle;

    private OwnedProcess(ProcessHandle handle) {
        this.handle = handle;
    }

    /** The process with that id if it lives. */
    static Optional<OwnedProcess> of(long id) {
        return id <= 0
                ? Optional.empty()
                : ProcessHandle.of(id).map(OwnedProcess::new).filter(OwnedProcess::isAlive);
    }

    /** Whether it began after a file of that time was written: then the id was given anew. */
    boolean beganAfter(Instant written) {
        return handle.info()
                .startInstant()
                .map(began -> began.isAfter(written.plus(ROUNDING)))
                .orElse(false);
    }

    /** One that ended and that nobody has asked after counts as gone. */
    boolean isAlive() {
        return handle.isAlive() && !isZombie();
    }

    /**
     * Asks it to end, and makes it when it doesn't; gives back when it is gone and all it started.
     */
    void end(Duration patience) throws InterruptedException {
        List<OwnedProcess> children = handle.descendants().map(OwnedProcess::new).toList();
        handle.destroy();
        if (!isGoneWithin(patience)) {
            handle.destroyForcibly();
        }
        for (OwnedProcess child : children) {
            if (!child.isGoneWithin(Duration.ZERO)) {
                child.handle.destroyForcibly();
            }
        }
        while (isAlive() || children.stream().anyMatch(OwnedProcess::isAlive)) {
            Thread.sleep(LOOK_MS);
        }
    }

    private boolean isGoneWithin(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (isAlive()) {
            if (System.nanoTime() - end >= 0) {
                return false;
            }
            Thread.sleep(LOOK_MS);
        }
        return true;
    }

    /** On Linux, as proc(5) has it: the state stands after the name in brackets. */
    private boolean isZombie() {
        Path file = Path.of("/proc", String.valueOf(handle.pid()), "stat");
        if (!Files.isReadable(file)) {
            return false;
        }
        try {
            String stat = Files.readString(file, StandardCharsets.ISO_8859_1);
            return stat.startsWith(") Z", stat.lastIndexOf(')'));
        } catch (IOException e) {
            // It ended meanwhile.
            return true;
        }
    }
}
