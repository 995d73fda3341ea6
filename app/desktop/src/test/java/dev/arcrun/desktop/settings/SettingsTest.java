package dev.arcrun.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.value.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir Path folder;

    @Test
    void what_was_set_is_there_after_a_restart() {
        var file = new SettingsFile(folder.resolve("arcrun/studio.json"));
        var settings = new Settings(file, file.read(), Runnable::run);
        settings.set("theme", Json.of("dark"));
        settings.set("split.0", Json.of(0.25));
        settings.set("panel", Json.of(false));

        var again = new Settings(file, file.read(), Runnable::run);

        assertThat(again.text("theme")).isEqualTo("dark");
        assertThat(again.number("split.0", 1)).isEqualTo(0.25);
        assertThat(again.truth("panel", true)).isFalse();
        assertThat(again.text("nothing")).isNull();
    }

    @Test
    void a_broken_file_means_defaults_and_is_replaced_by_the_next_change() throws IOException {
        Path path = folder.resolve("studio.json");
        Files.writeString(path, "{ half");
        var file = new SettingsFile(path);

        var settings = new Settings(file, file.read(), Runnable::run);
        settings.set("theme", Json.of("light"));

        assertThat(file.read()).isEqualTo(Json.object("theme", Json.of("light")));
    }

    @Test
    void writing_leaves_no_temporary_file_behind() throws IOException {
        new SettingsFile(folder.resolve("studio.json")).write(Json.Obj.EMPTY);

        try (var files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .containsExactly("studio.json");
        }
    }

    @Test
    void a_folder_that_cannot_be_written_is_no_failure() throws IOException {
        Path blocked = Files.writeString(folder.resolve("file"), "");

        new SettingsFile(blocked.resolve("studio.json")).write(Json.Obj.EMPTY);

        assertThat(Files.readString(blocked)).isEmpty();
    }

    @Test
    void each_system_has_its_own_place() {
        Path home = Path.of("home");

        assertThat(SettingsFile.usual(Map.of(), "Linux", home))
                .isEqualTo(Path.of("home/.config/arcrun/studio.json"));
        assertThat(SettingsFile.usual(Map.of("XDG_CONFIG_HOME", "conf"), "Linux", home))
                .isEqualTo(Path.of("conf/arcrun/studio.json"));
        assertThat(SettingsFile.usual(Map.of(), "Mac OS X", home))
                .isEqualTo(Path.of("home/Library/Application Support/arcrun/studio.json"));
        assertThat(SettingsFile.usual(Map.of("APPDATA", "roaming"), "Windows 11", home))
                .isEqualTo(Path.of("roaming/arcrun/studio.json"));
    }
}
