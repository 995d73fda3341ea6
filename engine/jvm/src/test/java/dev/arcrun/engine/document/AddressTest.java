package dev.arcrun.engine.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** From a place in the text to what stands there. */
class AddressTest {
    private static final String TEXT =
            """
            name: 😀a
            flow:
              - "input >> PIPE >> Send Mail"
            config:
              send-mail:
                to: [ "x", { deep: y } ]
            """;
    private static final RecipeDocument DOCUMENT = RecipeDocument.read(TEXT);

    private static Object at(String piece) {
        return String.valueOf(DOCUMENT.addressAt(TEXT.indexOf(piece) + 1));
    }

    @Test
    void the_innermost_value_at_an_offset_is_found() {
        assertThat(at("😀a")).isEqualTo(new Address.OfProperty(List.of("name")).toString());
        assertThat(at("PIPE")).isEqualTo(new Address.OfEdge(0).toString());
        assertThat(at("send-mail")).isEqualTo(new Address.OfNode("Send Mail").toString());
        assertThat(at("to:"))
                .isEqualTo(new Address.OfParameter("Send Mail", List.of("to")).toString());
        assertThat(at("y }"))
                .isEqualTo(
                        new Address.OfParameter("Send Mail", List.of("to", 1, "deep")).toString());
    }

    @Test
    void nothing_of_the_recipe_stands_in_an_empty_text() {
        assertThat(RecipeDocument.read("").addressAt(0)).isNull();
        assertThat(RecipeDocument.read("").placeOf(new Address.OfEdge(0))).isNull();
    }

    @Test
    void offsets_count_utf_16_units() {
        Problem.Place place =
                DOCUMENT.placeOf(new Address.OfParameter("Send Mail", List.of("to", 0)));
        assertThat(place).isNotNull();
        if (place != null) {
            assertThat(TEXT.substring(place.start(), place.end())).isEqualTo("\"x\"");
        }
    }

    @Test
    void what_is_missing_has_the_place_of_what_would_hold_it() {
        Problem.Place list = DOCUMENT.placeOf(new Address.OfParameter("Send Mail", List.of("to")));
        assertThat(DOCUMENT.placeOf(new Address.OfParameter("Send Mail", List.of("to", 7))))
                .isEqualTo(list);
    }
}
