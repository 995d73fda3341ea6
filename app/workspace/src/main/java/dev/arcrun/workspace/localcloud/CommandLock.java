package dev.arcrun.workspace.localcloud;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps programs and threads that want the same thing one after another; ends with its program. */
final class CommandLock implements AutoCloseable {
    private static final int LOOK_MS = 50;

    private final FileChannel channel;

    private CommandLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Waits until nobody else holds it.
     *
     * @param file made when it isn't there
     * @param onWait runs once when somebody holds it
     */
    static CommandLock acquire(Path file, Runnable onWait)
            throws IOException, InterruptedException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            for (boolean first = true; !isMine(channel); first = false) {
                if (first) {
                    onWait.run();
                }
                Thread.sleep(LOOK_MS);
            }
            return new CommandLock(channel);
        } catch (IOException | InterruptedException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static boolean isMine(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // Another thread of this program holds it.
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
