package dev.arcrun.desktop.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.value.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParameterTextTest {
    @Test
    void a_text_that_reads_as_json_is_that_value() {
        assertThat(ParameterText.read("12.5", false)).isEqualTo(Json.of(12.5));
        assertThat(ParameterText.read("true", false)).isEqualTo(Json.TRUE);
        assertThat(ParameterText.read("null", false)).isEqualTo(Json.NULL);
        assertThat(ParameterText.read("[1, 2]", false))
                .isEqualTo(Json.array(Json.of(1), Json.of(2)));
        assertThat(ParameterText.read("{}", false)).isEqualTo(Json.Obj.EMPTY);
    }

    @Test
    void anything_else_is_a_text_as_written() {
        for (String text : List.of("", "hello", "{{input.x}}", "[1, ", "\"quoted\"", "1 2")) {
            assertThat(ParameterText.read(text, false)).isEqualTo(Json.of(text));
        }
    }

    @Test
    void a_text_stays_a_text() {
        assertThat(ParameterText.read("12", true)).isEqualTo(Json.of("12"));
    }

    @Test
    void what_is_shown_reads_back_as_the_value() {
        for (Json value :
                List.of(
                        Json.of("a\nb"),
                        Json.of(1e21),
                        Json.FALSE,
                        Json.NULL,
                        Json.object("a", Json.array(Json.of("x"))))) {
            String shown = ParameterText.of(value);
            assertThat(ParameterText.read(shown, value instanceof Json.Str)).isEqualTo(value);
        }
    }

    @Test
    void paths_are_read_as_people_write_them() {
        assertThat(ParameterPath.read("headers.accept")).containsExactly("headers", "accept");
        assertThat(ParameterPath.read("items.0.name")).containsExactly("items", 0, "name");
        assertThat(ParameterPath.read("0.x")).containsExactly("0", "x");
        assertThat(ParameterPath.read(" . ")).isEmpty();
    }
}
