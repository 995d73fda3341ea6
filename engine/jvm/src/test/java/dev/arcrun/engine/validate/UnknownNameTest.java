package dev.arcrun.engine.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.document.Problem;
import dev.arcrun.engine.document.Problem.Severity;
import org.junit.jupiter.api.Test;

class UnknownNameTest {
    private static final String FLOW = "input >> PIPE >> fetch\nfetch >> PIPE >> say";
    private static final String FETCH = "fetch: { component: http_request, url: https://a.test }\n";

    @Test
    void a_mistyped_node_in_a_text_is_an_error_and_mended() {
        Checking checked =
                Checking.of(
                        FLOW,
                        FETCH
                                + "say: { component: set, values: { a: 'It is {{fetsh.data.status}}.' } }");

        Problem problem = checked.only("UNKNOWN_REFERENCE", Severity.ERROR);

        assertThat(checked.at(problem)).isEqualTo("{{fetsh.data.status}}");
        assertThat(problem.message())
                .isEqualTo(
                        "Node `say` uses `{{fetsh.data.status}}`, but nothing there is called `fetsh`. Use `{{fetch.data.status}}`?");
        Checking fixed = checked.fixed(problem.fixes().getFirst());
        assertThat(fixed.document().text()).contains("'It is {{fetch.data.status}}.'");
        fixed.isClean();
    }

    @Test
    void with_a_default_or_as_a_whole_value_it_is_a_warning() {
        String config = FETCH + "say: { component: set, values: { a: '%s' } }";

        Checking.of(FLOW, config.formatted("{{fetsh.data.status}}"))
                .only("UNKNOWN_REFERENCE", Severity.WARNING);
        Checking.of(FLOW, config.formatted("It is {{fetsh.data.status ?? 1}}."))
                .only("UNKNOWN_REFERENCE", Severity.WARNING);
    }

    @Test
    void in_a_strict_recipe_a_whole_value_is_an_error_too() {
        Checking.text(
                        Checking.recipe(
                                "strict: true\n",
                                FLOW,
                                FETCH
                                        + "say: { component: set, values: { a: '{{fetsh.data.status}}' } }"))
                .only("UNKNOWN_REFERENCE", Severity.ERROR);
    }

    @Test
    void the_fix_keeps_the_default() {
        Checking checked =
                Checking.of(
                        FLOW,
                        FETCH
                                + "say: { component: set, values: { a: '{{fetsh.data.status ?? 1}}' } }");

        Checking fixed = checked.fixed(checked.problems().getFirst().fixes().getFirst());

        assertThat(fixed.document().text()).contains("'{{fetch.data.status ?? 1}}'");
    }

    @Test
    void a_condition_on_an_edge_is_checked_and_mended_too() {
        Checking checked =
                Checking.of(
                        "input >> PIPE >> fetch\nfetch >> IF(fetsh.data.status == 200) >> say",
                        FETCH + "say: { component: set, values: { a: 1 } }");

        Problem problem = checked.only("UNKNOWN_REFERENCE", Severity.WARNING);

        assertThat(checked.at(problem)).isEqualTo("fetsh.data.status");
        assertThat(problem.place().line()).isEqualTo(6);
        assertThat(problem.place().column()).isEqualTo(18);
        Checking fixed = checked.fixed(problem.fixes().getFirst());
        assertThat(fixed.document().text()).contains("IF(fetch.data.status == 200)");
        fixed.isClean();
    }

    @Test
    void a_name_that_a_described_input_lacks_is_a_warning() {
        Checking checked =
                Checking.of(
                        "input >> PIPE >> say",
                        "say: { component: set, values: { a: '{{citi}}' } }");

        Problem problem = checked.only("UNKNOWN_REFERENCE", Severity.WARNING);

        checked.fixed(problem.fixes().getFirst()).isClean();
    }

    @Test
    void a_name_that_a_closed_input_lacks_is_an_error() {
        Checking.text(
                        Checking.recipe(
                                "inputs: { type: object, properties: { city: {} }, additionalProperties: false }\n",
                                "input >> PIPE >> say",
                                "say: { component: set, values: { a: 'In {{place}}' } }"))
                .only("UNKNOWN_REFERENCE", Severity.ERROR);
    }

    @Test
    void a_name_of_an_undescribed_input_is_mentioned_once_and_can_be_described() {
        Checking checked =
                Checking.withoutInputs(
                        "input >> PIPE >> say",
                        "say: { component: set, values: { a: '{{city}}', b: 'In {{city}}' } }");

        Problem problem = checked.only("UNDECLARED_INPUT", Severity.INFO);

        checked.fixed(problem.fixes().getFirst()).isClean();
    }

    @Test
    void behind_a_part_without_contract_any_name_may_be_a_field() {
        Checking.withoutInputs(
                        "input >> PIPE >> own_part\nown_part >> PIPE >> say",
                        "say: { component: set, values: { a: '{{anything}}' } }")
                .isClean();
    }

    @Test
    void a_member_of_data_is_named_with_its_node() {
        Checking checked =
                Checking.of(
                        "input >> PIPE >> first\nfirst >> PIPE >> say",
                        """
                        first: { component: set, values: { decision: approved } }
                        say: { component: set, values: { a: '{{decision}}' } }
                        """);

        Problem problem = checked.only("UNKNOWN_REFERENCE", Severity.WARNING);

        assertThat(problem.fixes().getFirst().label()).isEqualTo("Use `{{first.data.decision}}`");
        checked.fixed(problem.fixes().getFirst()).isClean();
    }

    @Test
    void a_member_of_data_of_either_side_is_named_without_node() {
        Checking checked =
                Checking.of(
                        """
                        input >> PIPE >> one
                        input >> PIPE >> two
                        one >> PIPE >> say
                        two >> PIPE >> say
                        """,
                        """
                        one: { component: set, values: { decision: approved } }
                        two: { component: set, values: { decision: refused } }
                        say: { component: set, values: { a: '{{decision}}' } }
                        """);

        Problem problem = checked.only("UNKNOWN_REFERENCE", Severity.WARNING);

        assertThat(problem.fixes().getFirst().label()).isEqualTo("Use `{{data.decision}}`");
        checked.fixed(problem.fixes().getFirst()).isClean();
    }

    @Test
    void a_mistyped_magic_variable_is_mended() {
        Checking checked =
                Checking.of(
                        "input >> PIPE >> say",
                        "say: { component: set, values: { a: '{{_todya}}' } }");

        Problem problem = checked.only("UNKNOWN_REFERENCE", Severity.WARNING);

        assertThat(checked.fixed(problem.fixes().getFirst()).document().text())
                .contains("{{_today}}");
    }

    @Test
    void what_a_run_knows_is_fine() {
        Checking.of(
                        """
                        trigger >> PIPE >> Get orders
                        Get orders >> FOREACH order >> say
                        say >> PIPE >> again
                        Get orders >> IF(data.status == 200 and get-orders.success) >> done
                        """,
                        """
                        Get orders: { component: http_request, url: https://a.test }
                        say:
                          component: set
                          run: { each: "data.json.orders" }
                          values:
                            a: "{{order.id}} {{order_index}} {{input.city}} {{city}} {{trigger.city}} {{_today}} {{_call_id}}"
                            b: "{{Get orders.data.json[0].id}} {{get-orders.data.status}} {{data.headers}} {{success}}"
                        again: { component: set, values: { a: "{{order}} {{say.data.a}}" } }
                        """)
                .isClean();
    }
}
