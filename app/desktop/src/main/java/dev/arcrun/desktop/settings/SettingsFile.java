package dev.arcrun.desktop.settings;

import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonReader;
import dev.arcrun.engine.value.JsonSyntaxException;
import dev.arcrun.engine.value.JsonWriter;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The settings file: written to a temporary file that then takes its place. */
public final class SettingsFile {
    private static final System.Logger LOG = System.getLogger(SettingsFile.class.getName());

    private final Path path;

    public SettingsFile(Path path) {
        this.path = path;
    }

    /** Where the system keeps a user's settings: {@code …/arcrun/studio.json}. */
    public static Path usual(Map<String, String> environment, String system, Path home) {
        String name = system.toLowerCase(Locale.ROOT);
        Path folder;
        if (name.contains("win")) {
            folder = under(environment.get("APPDATA"), home.resolve("AppData/Roaming"));
        } else if (name.contains("mac")) {
            folder = home.resolve("Library/Application Support");
        } else {
            folder = under(environment.get("XDG_CONFIG_HOME"), home.resolve(".config"));
        }
        return folder.resolve("arcrun").resolve("studio.json");
    }

    private static Path under(@Nullable String folder, Path otherwise) {
        return folder == null || folder.isBlank() ? otherwise : Path.of(folder);
    }

    /** What was stored; nothing when there is no file or it can't be read. */
    public Json.Obj read() {
        try {
            if (Files.exists(path)
                    && JsonReader.read(Files.readString(path)) instanceof Json.Obj stored) {
                return stored;
            }
        } catch (IOException | JsonSyntaxException e) {
            LOG.log(
                    Level.WARNING,
                    "The settings in "
                            + path
                            + " can't be read, using defaults. "
                            + e.getMessage());
        }
        return Json.Obj.EMPTY;
    }

    /** Stores them; a failure is logged and the window goes on without. */
    public void write(Json.Obj values) {
        try {
            Path folder = Files.createDirectories(path.toAbsolutePath().getParent());
            Path fresh = Files.createTempFile(folder, "studio", ".tmp");
            try {
                Files.writeString(fresh, JsonWriter.pretty(values));
                try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
                Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The settings could not be written to " + path + ": " + e);
        }
    }
}
