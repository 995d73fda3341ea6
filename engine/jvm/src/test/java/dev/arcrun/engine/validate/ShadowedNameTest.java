package dev.arcrun.engine.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.document.Problem;
import dev.arcrun.engine.document.Problem.Severity;
import org.junit.jupiter.api.Test;

class ShadowedNameTest {
    private static Problem loop(String variable) {
        Checking checked =
                Checking.of(
                        "input >> PIPE >> list\nlist >> FOREACH " + variable + " >> each",
                        "list: { component: http_request, url: https://a.test }\neach: { component: set, values: {} }");
        Problem problem = checked.only("FOREACH_SHADOW", Severity.WARNING);
        assertThat(checked.at(problem)).isEqualTo("FOREACH " + variable);
        return problem;
    }

    @Test
    void a_variable_called_like_a_node() {
        assertThat(loop("list").message()).contains("hides the node");
    }

    @Test
    void a_variable_called_like_the_input() {
        assertThat(loop("input").message()).contains("hides the run input");
    }

    @Test
    void a_variable_called_like_a_magic_one() {
        assertThat(loop("_today").message()).contains("which wins");
    }

    @Test
    void a_variable_of_the_loop_around_it() {
        Checking checked =
                Checking.of(
                        "input >> PIPE >> a\na >> FOREACH x >> b\nb >> FOREACH x >> c",
                        "a: { component: code, code: return 1 }\nb: { component: code, code: return 1 }\nc: { component: code, code: return 1 }");

        assertThat(checked.only("FOREACH_SHADOW", Severity.WARNING).message())
                .contains("the loop around it");
    }
}
