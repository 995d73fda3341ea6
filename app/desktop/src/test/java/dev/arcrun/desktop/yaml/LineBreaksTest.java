package dev.arcrun.desktop.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LineBreaksTest {
    @Test
    void positions_survive_the_way_there_and_back() {
        for (String text : List.of("", "a\nb", "a\r\nb\r\n\r\nc", "\r\n", "a\rb\r\nc\nd")) {
            LineBreaks breaks = LineBreaks.of(text);
            String shown = LineBreaks.shown(text);
            for (int position = 0; position <= shown.length(); position++) {
                assertThat(breaks.toShown(breaks.toDocument(position)))
                        .as("position %d of %s", position, text.replace("\r", "R"))
                        .isEqualTo(position);
            }
            assertThat(breaks.toDocument(shown.length())).isEqualTo(text.length());
        }
    }

    @Test
    void a_position_means_the_same_character_in_both_texts() {
        String text = "name: a\r\nflow:\r\n  - x\r\n";
        String shown = LineBreaks.shown(text);
        LineBreaks breaks = LineBreaks.of(text);

        assertThat(text.substring(breaks.toDocument(shown.indexOf("flow"))).startsWith("flow"))
                .isTrue();
        assertThat(shown.substring(breaks.toShown(text.indexOf("- x"))).startsWith("- x")).isTrue();
    }

    @Test
    void typed_breaks_are_those_of_the_file() {
        assertThat(LineBreaks.of("a\r\nb").written("x\ny")).isEqualTo("x\r\ny");
        assertThat(LineBreaks.of("a\nb").written("x\ny")).isEqualTo("x\ny");
        assertThat(LineBreaks.of("one line").written("x\ny")).isEqualTo("x\ny");
    }
}
