package dev.arcrun.engine.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.document.Problem;
import dev.arcrun.engine.document.Problem.Severity;
import org.junit.jupiter.api.Test;

class LoopVariableOutsideTest {
    private static final String FLOW =
            """
            input >> PIPE >> list
            list >> FOREACH order >> each
            list >> ON_SUCCESS >> after
            """;
    private static final String CONFIG =
            """
            list: { component: http_request, url: https://a.test }
            each: { component: set, values: { a: "{{order.id}} {{order_index}}" } }
            after: { component: set, values: { a: "%s" } }
            """;

    @Test
    void a_loop_variable_after_the_loop() {
        Checking checked = Checking.of(FLOW, CONFIG.formatted("Order {{order.id}}"));

        Problem problem = checked.only("LOOP_VARIABLE_OUTSIDE", Severity.ERROR);

        assertThat(checked.at(problem)).isEqualTo("{{order.id}}");
        assertThat(problem.message()).contains("`{{list.results}}`");
    }

    @Test
    void its_index_too() {
        Checking.of(FLOW, CONFIG.formatted("{{order_index}}"))
                .only("LOOP_VARIABLE_OUTSIDE", Severity.WARNING);
    }

    @Test
    void in_the_loop_it_is_fine() {
        Checking.of(FLOW, CONFIG.formatted("{{list.results}}")).isClean();
    }
}
