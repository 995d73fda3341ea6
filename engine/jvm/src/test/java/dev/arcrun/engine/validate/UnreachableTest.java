package dev.arcrun.engine.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.document.Problem;
import dev.arcrun.engine.document.Problem.Severity;
import org.junit.jupiter.api.Test;

class UnreachableTest {
    private static final String CONFIG =
            "a: { component: set, values: {} }\nb: { component: set, values: {} }\nc: { component: set, values: {} }";

    @Test
    void the_first_node_of_an_island_is_named() {
        Checking checked = Checking.of("input >> PIPE >> a\nb >> PIPE >> c", CONFIG);

        Problem problem = checked.only("UNREACHABLE", Severity.WARNING);

        assertThat(problem.message()).contains("node `b`");
    }

    @Test
    void without_an_input_every_node_may_be_first() {
        Checking.of("a >> PIPE >> b\nc >> PIPE >> b", CONFIG).isClean();
    }
}
