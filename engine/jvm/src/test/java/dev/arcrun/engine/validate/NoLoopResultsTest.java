package dev.arcrun.engine.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.document.Problem;
import dev.arcrun.engine.document.Problem.Severity;
import org.junit.jupiter.api.Test;

class NoLoopResultsTest {
    private static final String FLOW =
            """
            input >> PIPE >> list
            list >> FOREACH order >> each
            list >> ON_SUCCESS >> after
            """;

    private static Checking using(String inLoop, String after) {
        return Checking.of(
                FLOW,
                """
                list: { component: http_request, url: https://a.test }
                each: { component: set, values: { a: "%s" } }
                after: { component: set, values: { a: "%s" } }
                """
                        .formatted(inLoop, after));
    }

    private static Problem problem(Checking checked) {
        return checked.only("LOOP_RESULTS", Severity.WARNING);
    }

    @Test
    void the_results_of_a_node_without_loop() {
        Checking checked =
                Checking.of(
                        "input >> PIPE >> one\none >> PIPE >> two",
                        """
                        one: { component: string_ops, operation: upper, input: x }
                        two: { component: set, values: { a: "{{one.results}}" } }
                        """);

        assertThat(problem(checked).message()).contains("`one` has no FOREACH edge");
    }

    @Test
    void the_results_of_another_variable_get_the_right_one() {
        Checking checked = using("x", "{{list.results_item}}");

        checked.fixed(problem(checked).fixes().getFirst()).isClean();
    }

    @Test
    void inside_the_loop_its_results_are_not_there_yet() {
        assertThat(problem(using("{{list.results}}", "x")).message())
                .contains("inside the very loop");
    }

    @Test
    void after_the_loop_its_results_are_there() {
        using("x", "{{list.results}} {{list.results_order}} {{list.results_order[0].data.a}}")
                .isClean();
    }
}
