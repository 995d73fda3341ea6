package dev.arcrun.desktop.completion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.document.RecipeDocument;
import dev.arcrun.engine.value.Json;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecipeCompletionTest {
    private static final String RECIPE =
            """
            name: orders
            inputs: { type: object, properties: { city: { type: string, title: City } } }
            flow:
              - "input >> PIPE >> fetch"
              - "fetch >> ON_SUCCESS >> shout"
            config:
              fetch:
                component: http_request
                url: "https://example.com"
              shout:
                component: string_ops
                operation: upper
            """;

    private final RecipeCompletion completion = new RecipeCompletion(new CatalogParts());

    private List<Candidate> offered(String text, @Nullable Json last, Locale language) {
        int caret = text.indexOf('|');
        String whole = text.replace("|", "");
        return completion
                .at(whole, caret, RecipeDocument.read(RECIPE).recipe(), last, language)
                .candidates();
    }

    private List<String> labels(String text) {
        return offered(text, null, Locale.ENGLISH).stream().map(Candidate::label).toList();
    }

    @Test
    void keys_of_a_recipe_and_of_how_a_node_runs_are_offered() {
        assertThat(labels("na|")).startsWith("name");
        assertThat(labels(RECIPE + "    run:\n      ti|")).startsWith("timeout_ms");
        assertThat(labels(RECIPE + "    run:\n      retry:\n        |"))
                .containsExactly("attempts", "delay_ms", "factor", "on");
    }

    @Test
    void a_node_is_offered_the_parameters_of_its_part_with_the_required_first() {
        List<Candidate> offers = offered(RECIPE + "    |", null, Locale.ENGLISH);
        assertThat(offers.getFirst().label()).isEqualTo("operation");
        assertThat(offers.getFirst().detail()).isEqualTo("Operation *");
        assertThat(offers.getFirst().insert()).isEqualTo("operation: ");
        assertThat(offers)
                .extracting(Candidate::label)
                .contains("input", "args", "component", "run");
        assertThat(labels(RECIPE + "    args:\n      fr|")).containsExactly("from");
    }

    @Test
    void details_are_in_the_users_language() {
        assertThat(
                        offered(RECIPE + "    oper|", null, Locale.TRADITIONAL_CHINESE)
                                .getFirst()
                                .detail())
                .isEqualTo("操作 *");
    }

    @Test
    void values_are_the_choices_of_a_schema() {
        assertThat(labels(RECIPE.replace("operation: upper", "operation: up|")))
                .containsExactly("upper");
        assertThat(labels("strict: |")).containsExactly("true", "false");
        assertThat(labels("name: |")).isEmpty();
    }

    @Test
    void parts_are_offered_where_a_component_stands() {
        assertThat(labels(RECIPE.replace("component: string_ops", "component: strin|")))
                .containsExactly("string_ops");
        assertThat(labels(RECIPE.replace("component: string_ops", "component: |")))
                .contains("http_request", "filter");
    }

    @Test
    void a_line_of_the_flow_is_offered_nodes_then_relations_then_nodes_and_parts() {
        assertThat(labels("flow:\n  - \"fe|")).containsExactly("fetch");
        assertThat(labels("flow:\n  - \"fetch >> ON_|")).contains("ON_SUCCESS", "ON_FAIL");
        assertThat(labels("flow:\n  - \"fetch >> 失|")).containsExactly("失敗時");
        assertThat(labels("flow:\n  - fetch >> PIPE >> |")).contains("shout", "output", "filter");
        assertThat(labels("flow:\n  - a >> b >> c >> |")).isEmpty();
    }

    @Test
    void a_template_is_offered_names_in_scope_and_then_what_they_hold() {
        assertThat(labels("x: \"{{fe|")).containsExactly("fetch");
        assertThat(labels("x: \"{{ci|")).contains("city");
        assertThat(labels("x: \"{{input.|")).containsExactly("city");
        assertThat(labels("x: \"{{_to|")).containsExactly("_today");
        assertThat(labels("x: \"{{fetch.data.|")).contains("status", "body");
    }

    @Test
    void what_a_node_gave_last_is_offered_with_its_values() {
        Json last =
                Json.object(
                        "data",
                        Json.object(
                                "orders",
                                Json.array(Json.object("id", Json.of(7), "who", Json.of("Ada")))));
        List<Candidate> offers = offered("x: \"{{fetch.data.orders[0].|", last, Locale.ENGLISH);
        assertThat(offers).extracting(Candidate::label).containsExactly("id", "who");
        assertThat(offers).extracting(Candidate::detail).containsExactly("7", "\"Ada\"");
        assertThat(offered("x: \"{{fetch.data.|", last, Locale.ENGLISH))
                .extracting(Candidate::detail)
                .contains("[1]");
    }

    @Test
    void nothing_is_offered_in_comments_or_after_a_default() {
        assertThat(labels("# na|")).isEmpty();
        assertThat(labels("x: \"{{a ?? |")).isEmpty();
    }
}
