package dev.arcrun.workspace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Text files in UTF-8, read and written so that nothing is ever lost. */
public final class TextFile {
    /** Recipes, contracts and inputs are small; a larger file is a mistake. */
    public static final long MAX_BYTES = 5L << 20;

    private TextFile() {}

    /**
     * The file's text, byte order mark and line ends included.
     *
     * @throws WorkspaceException when it can't be read, is over 5 MiB or isn't UTF-8
     */
    public static String read(Path file) {
        try {
            if (!Files.exists(file)) {
                throw new WorkspaceException("There is no file " + file + ".");
            }
            if (Files.isDirectory(file)) {
                throw new WorkspaceException(file + " is a folder; name a file in it.");
            }
            if (Files.size(file) > MAX_BYTES) {
                throw new WorkspaceException(file + " is over 5 MiB; that is no recipe.");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new WorkspaceException(
                    file + " isn't UTF-8 text. Save it as UTF-8 and try again.", e);
        } catch (IOException e) {
            throw new WorkspaceException(file + " can't be read: " + e.getMessage(), e);
        }
    }

    /**
     * Replaces the file at once: a temporary file beside it is written, synced and moved over it.
     *
     * @throws WorkspaceException when it can't be written; the old file is whole then
     */
    public static void write(Path file, String text) {
        @Nullable Path temporary = null;
        try {
            Path target = Files.isSymbolicLink(file) ? file.toRealPath() : file.toAbsolutePath();
            Path folder = target.getParent();
            Files.createDirectories(folder);
            temporary = Files.createTempFile(folder, "." + target.getFileName(), ".tmp");
            if (Files.exists(target)
                    && Files.getFileStore(target).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(temporary, Files.getPosixFilePermissions(target));
            }
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            move(temporary, target);
        } catch (IOException e) {
            deleteQuietly(temporary, e);
            throw new WorkspaceException(
                    file + " can't be written: " + e.getMessage() + ". The file is as it was.", e);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void deleteQuietly(@Nullable Path file, IOException cause) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }
}
