package dev.arcrun.workspace;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** The folders each system sets aside for a program's files. */
public final class UserFolders {
    private static final int NAME_BYTES = 12;

    private UserFolders() {}

    /** Files that matter. */
    public static Path data() {
        Path home = Path.of(System.getProperty("user.home"));
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.contains("win")) {
            return fromEnvironment("LOCALAPPDATA", home.resolve("AppData/Local")).resolve("Arcrun");
        }
        if (system.contains("mac")) {
            return home.resolve("Library/Application Support/Arcrun");
        }
        return fromEnvironment("XDG_DATA_HOME", home.resolve(".local/share")).resolve("arcrun");
    }

    /** Files that can be made again. */
    public static Path cache() {
        Path home = Path.of(System.getProperty("user.home"));
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.contains("win")) {
            return fromEnvironment("LOCALAPPDATA", home.resolve("AppData/Local"))
                    .resolve("Arcrun/cache");
        }
        if (system.contains("mac")) {
            return home.resolve("Library/Caches/Arcrun");
        }
        return fromEnvironment("XDG_CACHE_HOME", home.resolve(".cache")).resolve("arcrun");
    }

    /** The name under which a workspace's files stand in these folders. */
    public static String name(Workspace workspace) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(workspace.root().toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, NAME_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path fromEnvironment(String variable, Path otherwise) {
        String value = System.getenv(variable);
        return value == null || value.isEmpty() ? otherwise : Path.of(value);
    }
}
