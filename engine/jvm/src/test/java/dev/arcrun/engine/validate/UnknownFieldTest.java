package dev.arcrun.engine.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.document.Problem;
import dev.arcrun.engine.document.Problem.Severity;
import org.junit.jupiter.api.Test;

class UnknownFieldTest {
    private static final String FLOW = "input >> PIPE >> fetch\nfetch >> PIPE >> say";

    private static Checking fetchThenSay(String value) {
        return Checking.of(
                FLOW,
                "fetch: { component: http_request, url: https://a.test }\n"
                        + "say: { component: set, values: { a: \""
                        + value
                        + "\" } }");
    }

    private static String fixed(Checking checked) {
        Checking fixed = checked.fixed(checked.problems().getFirst().fixes().getFirst());
        fixed.isClean();
        return fixed.document().text();
    }

    @Test
    void a_member_of_the_body_is_behind_json() {
        Checking checked = fetchThenSay("{{fetch.data.records}}");

        Problem problem = checked.only("UNKNOWN_FIELD", Severity.WARNING);

        assertThat(problem.message())
                .isEqualTo(
                        "Node `say` uses `{{fetch.data.records}}`, but `fetch` has no `records`; it has `status`,"
                                + " `headers`, `body`, `json`, `body_base64`. Use `{{fetch.data.json.records}}`?");
        assertThat(fixed(checked)).contains("{{fetch.data.json.records}}");
    }

    @Test
    void a_mistyped_member_gets_the_nearest() {
        assertThat(fixed(fetchThenSay("{{fetch.data.statsu}}"))).contains("{{fetch.data.status}}");
    }

    @Test
    void a_member_of_data_needs_data() {
        Checking checked = fetchThenSay("{{fetch.status}}");

        checked.only("UNKNOWN_FIELD", Severity.WARNING);

        assertThat(fixed(checked)).contains("{{fetch.data.status}}");
    }

    @Test
    void nothing_is_inside_a_single_value() {
        Problem problem =
                fetchThenSay("{{fetch.data.body.items}}").only("UNKNOWN_FIELD", Severity.WARNING);

        assertThat(problem.message()).contains("`fetch.data.body` is a single value (string)");
    }

    @Test
    void what_may_be_there_is_fine() {
        fetchThenSay(
                        "{{fetch.error}} {{fetch.data.json[0].x}} {{fetch.data.headers.etag}} {{fetch}}")
                .isClean();
    }

    @Test
    void where_there_can_be_no_others_it_is_an_error() {
        Checking checked =
                Checking.of(
                        "input >> PIPE >> share\nshare >> PIPE >> say",
                        """
                        share: { component: number_ops, operation: add, input: 1 }
                        say: { component: set, values: { a: "Is {{share.data.value}}" } }
                        """);

        checked.only("UNKNOWN_FIELD", Severity.ERROR);
    }

    @Test
    void a_typo_in_what_set_names_is_found() {
        Checking checked =
                Checking.of(
                        "input >> PIPE >> one\none >> PIPE >> say",
                        """
                        one: { component: set, values: { title: x } }
                        say: { component: set, values: { a: "{{one.data.titel}} {{one.data.city}}" } }
                        """);

        assertThat(checked.at(checked.only("UNKNOWN_FIELD", Severity.WARNING)))
                .isEqualTo("{{one.data.titel}}");
        assertThat(fixed(checked)).contains("{{one.data.title}}");
    }

    @Test
    void the_run_input_is_checked_by_its_description() {
        Checking checked =
                Checking.of(
                        "input >> PIPE >> say",
                        "say: { component: set, values: { a: \"{{input.citty}}\" } }");

        checked.only("UNKNOWN_FIELD", Severity.WARNING);

        assertThat(fixed(checked)).contains("{{input.city}}");
    }

    @Test
    void a_list_is_entered_by_position_only() {
        String inputs =
                "inputs: { type: object, properties: { orders: { type: array, items: { type: object, properties: { id: {} } } } } }\n";
        String say = "say: { component: set, values: { a: \"%s\" } }";

        Checking.text(
                        Checking.recipe(
                                inputs,
                                "input >> PIPE >> say",
                                say.formatted("{{input.orders[0].id}}")))
                .isClean();
        Problem problem =
                Checking.text(
                                Checking.recipe(
                                        inputs,
                                        "input >> PIPE >> say",
                                        say.formatted("{{input.orders.id}}")))
                        .only("UNKNOWN_FIELD", Severity.WARNING);
        assertThat(problem.message()).contains("`input.orders` is a list");
    }

    @Test
    void a_condition_looks_into_its_sources_own_result_first() {
        Checking checked =
                Checking.of(
                        "input >> PIPE >> fetch\nfetch >> IF(data.statsu == 200) >> say",
                        """
                        fetch: { component: http_request, url: https://a.test }
                        say: { component: set, values: { a: 1 } }
                        """);

        assertThat(checked.at(checked.only("UNKNOWN_FIELD", Severity.WARNING)))
                .isEqualTo("data.statsu");
        assertThat(fixed(checked)).contains("IF(data.status == 200)");
    }
}
