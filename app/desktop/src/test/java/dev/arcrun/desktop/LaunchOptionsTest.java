package dev.arcrun.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class LaunchOptionsTest {
    @Test
    void without_arguments_the_current_folder_is_opened() {
        LaunchOptions options = LaunchOptions.read(List.of());

        assertThat(options.workspace()).isEqualTo(Path.of("."));
        assertThat(options.screenshot()).isNull();
        assertThat(options.run()).isFalse();
    }

    @Test
    void every_option_is_read() {
        LaunchOptions options =
                LaunchOptions.read(
                        List.of(
                                "samples",
                                "--recipe",
                                "hello",
                                "--run",
                                "--theme",
                                "dark",
                                "--language",
                                "zh-TW",
                                "--size",
                                "1200x800",
                                "--screenshot",
                                "a.png"));

        assertThat(options)
                .isEqualTo(
                        new LaunchOptions(
                                Path.of("samples"),
                                "hello",
                                true,
                                "dark",
                                "zh-TW",
                                1200,
                                800,
                                Path.of("a.png")));
    }

    @Test
    void what_is_not_understood_is_said() {
        refused("--sceenshot", "Unknown option --sceenshot");
        refused("--theme", "--theme needs a value");
        refused("--size", "--size needs a value");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LaunchOptions.read(List.of("--size", "big")))
                .withMessageContaining("1440x900");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LaunchOptions.read(List.of("--theme", "blue")))
                .withMessageContaining("light or dark");
    }

    private static void refused(String argument, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LaunchOptions.read(List.of(argument)))
                .withMessageContaining(message);
    }
}
