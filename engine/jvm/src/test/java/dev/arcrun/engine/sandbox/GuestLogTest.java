package dev.arcrun.engine.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuestLogTest {

    @Test
    void what_fits_is_kept_whole() {
        var log = new GuestLog(100);
        write(log, "a".repeat(70));
        write(log, "b".repeat(30));

        assertThat(log.text()).isEqualTo("a".repeat(70) + "b".repeat(30));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 64, 1000})
    void what_is_too_much_keeps_its_beginning_and_its_end(int piece) {
        var log = new GuestLog(100);
        String all = "0123456789".repeat(100);
        for (int i = 0; i < all.length(); i += piece) {
            write(log, all.substring(i, Math.min(all.length(), i + piece)));
        }

        assertThat(log.text())
                .isEqualTo(
                        all.substring(0, 50)
                                + "\n… 900 bytes of the log are left out …\n"
                                + all.substring(950));
    }

    @Test
    void a_log_without_room_only_says_how_much_there_was() {
        var log = new GuestLog(0);
        write(log, "abc");

        assertThat(log.text()).isEqualTo("\n… 3 bytes of the log are left out …\n");
    }

    @Test
    void the_last_lines_skip_blank_ones() {
        var log = new GuestLog(1000);
        write(log, "1\n2\n3\n\n4\n5\n6\n\n");

        assertThat(log.lastLines()).isEqualTo("2\n3\n4\n5\n6");
    }

    @Test
    void control_characters_become_symbols() {
        assertThat(GuestLog.visible("\u001b]0;title\u0007a\tb\r\nc\rd\u007f\u009b\u202e"))
                .isEqualTo("␛]0;title␇a\tb\nc␍d␡\ufffd\ufffd");
    }

    private static void write(GuestLog log, String text) {
        log.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
