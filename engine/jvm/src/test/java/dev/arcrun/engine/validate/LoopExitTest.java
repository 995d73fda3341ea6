package dev.arcrun.engine.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.document.Problem;
import dev.arcrun.engine.document.Problem.Severity;
import org.junit.jupiter.api.Test;

class LoopExitTest {
    private static final String CONFIG =
            """
            list: { component: http_request, url: https://a.test }
            each: { component: set, values: {} }
            inner: { component: set, values: {} }
            after: { component: set, values: {} }
            """;

    @Test
    void an_edge_that_leaves_a_body() {
        Checking checked =
                Checking.of(
                        """
                        input >> PIPE >> list
                        list >> FOREACH order >> each
                        each >> PIPE >> inner
                        inner >> PIPE >> after
                        list >> PIPE >> after
                        """,
                        CONFIG);

        Problem problem = checked.only("LOOP_EXIT", Severity.WARNING);

        assertThat(checked.at(problem)).contains("inner >> PIPE >> after");
        assertThat(problem.message())
                .contains("over `order`")
                .contains("connect `list` with `after`");
    }

    @Test
    void the_virtual_output_is_never_in_a_body() {
        Checking checked =
                Checking.of(
                        "input >> PIPE >> list\nlist >> FOREACH order >> each\neach >> PIPE >> inner\n"
                                + "inner >> PIPE >> output\nlist >> PIPE >> after",
                        CONFIG);

        assertThat(checked.at(checked.only("LOOP_EXIT", Severity.WARNING)))
                .contains("inner >> PIPE >> output");
    }

    @Test
    void a_loop_into_a_node_with_other_ways_to_it() {
        Checking checked =
                Checking.of(
                        "input >> PIPE >> list\nlist >> FOREACH order >> each\ninput >> PIPE >> each\n"
                                + "each >> PIPE >> inner\ninner >> PIPE >> after",
                        CONFIG);

        assertThat(checked.only("LOOP_EXIT", Severity.WARNING).message()).contains("runs once");
    }

    @Test
    void loops_inside_each_other_are_fine() {
        Checking.of(
                        """
                        input >> PIPE >> list
                        list >> FOREACH order >> each
                        each >> FOREACH item >> inner
                        list >> PIPE >> after
                        """,
                        CONFIG)
                .isClean();
    }
}
