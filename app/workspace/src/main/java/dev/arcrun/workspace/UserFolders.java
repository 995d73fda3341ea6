package dev.arcrun.workspace;

import java.nio.file.Path;
import java.util.Locale;

/** The folders each system sets aside for a program's files. */
public final class UserFolders {
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

    private static Path fromEnvironment(String variable, Path otherwise) {
        String value = System.getenv(variable);
        return value == null || value.isEmpty() ? otherwise : Path.of(value);
    }
}
