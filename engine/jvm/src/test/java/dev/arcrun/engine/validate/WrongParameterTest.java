package dev.arcrun.engine.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.document.Problem;
import dev.arcrun.engine.document.Problem.Severity;
import org.junit.jupiter.api.Test;

class WrongParameterTest {
    private static final String CODE = "WRONG_TYPE_PARAMETER";

    private static Checking node(String config) {
        return Checking.of("input >> PIPE >> it", "it: " + config);
    }

    @Test
    void an_unknown_choice_gets_the_nearest() {
        Checking checked = node("{ component: string_ops, operation: uper, input: x }");

        Problem problem = checked.only(CODE, Severity.ERROR);

        assertThat(checked.at(problem)).isEqualTo("uper");
        assertThat(problem.message()).contains("Choose one of: upper, lower, trim");
        checked.fixed(problem.fixes().getFirst()).isClean();
    }

    @Test
    void an_object_where_a_text_is_wanted_is_an_error() {
        node("{ component: http_request, url: { host: a } }").only(CODE, Severity.ERROR);
    }

    @Test
    void a_number_written_as_text_is_a_warning_and_rewritten() {
        Checking checked = node("{ component: http_request, url: https://a.test, timeout: '500' }");

        Problem problem = checked.only(CODE, Severity.WARNING);

        Checking fixed = checked.fixed(problem.fixes().getFirst());
        assertThat(fixed.document().text()).contains("timeout: 500");
        fixed.isClean();
    }

    @Test
    void a_number_out_of_range_gets_the_limit() {
        Checking checked =
                node("{ component: http_request, url: https://a.test, timeout: 900000 }");

        checked.fixed(checked.only(CODE, Severity.WARNING).fixes().getFirst()).isClean();
    }

    @Test
    void members_are_checked_where_they_stand() {
        Checking checked =
                node(
                        "{ component: string_ops, operation: trim, input: x, args: { count: -1, all: true } }");

        Problem problem = checked.only(CODE, Severity.WARNING);

        assertThat(checked.at(problem)).isEqualTo("-1");
        assertThat(problem.message()).contains("`args.count`");
    }

    @Test
    void a_list_that_is_too_short_and_an_item_that_lacks_a_member() {
        node("{ component: switch, value: 1, cases: [] }").only(CODE, Severity.WARNING);
        node("{ component: set, assignments: [{ key: a }] }").only(CODE, Severity.WARNING);
    }

    @Test
    void a_reference_alone_may_become_anything() {
        node("{ component: http_request, url: https://a.test, timeout: '{{input.city}}', headers: '{{input.city}}' }")
                .isClean();
    }

    @Test
    void a_text_with_a_reference_may_become_any_text() {
        node("{ component: string_ops, operation: 'up{{city}}', input: x }").isClean();
    }
}
