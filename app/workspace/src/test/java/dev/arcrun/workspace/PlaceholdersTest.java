package dev.arcrun.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.document.RecipeDocument;
import dev.arcrun.engine.recipe.Node;
import dev.arcrun.engine.recipe.Recipe;
import dev.arcrun.engine.value.JsonWriter;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PlaceholdersTest {
    private static Node filled(String value, Map<String, String> variables) {
        String text =
                """
                name: r
                flow: ["input >> ON_SUCCESS >> a"]
                config:
                  a:
                    component: set
                    values: { x: %s, list: ["__CITY__"] }
                """
                        .formatted(value);
        Recipe recipe = RecipeDocument.read(text).recipe();
        return Objects.requireNonNull(new Placeholders(variables).fill(recipe).node("a"));
    }

    @Test
    void placeholders_are_filled_at_any_depth_alone_or_within_a_text() {
        Node node = filled("\"https://__HOST__/v1?c=__CITY__\"", Map.of("HOST", "a.test", "CITY", "Taipei"));
        assertThat(JsonWriter.compact(node.parameters()))
                .isEqualTo("{\"values\":{\"x\":\"https://a.test/v1?c=Taipei\",\"list\":[\"Taipei\"]}}");
    }

    @Test
    void a_value_is_never_read_again_and_unknown_placeholders_stay() {
        Node node = filled("\"__A__ __B__ __a__\"", Map.of("A", "__B__ $1 \\"));
        assertThat(JsonWriter.compact(node.parameters())).contains("__B__ $1 \\\\ __B__ __a__");
    }
}
