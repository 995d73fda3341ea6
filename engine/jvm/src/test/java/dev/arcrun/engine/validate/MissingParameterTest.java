package dev.arcrun.engine.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.document.Problem;
import dev.arcrun.engine.document.Problem.Severity;
import org.junit.jupiter.api.Test;

class MissingParameterTest {
    private static Checking node(String config) {
        return Checking.of("input >> PIPE >> it", "it: " + config);
    }

    @Test
    void a_required_parameter_is_added_with_its_first_choice() {
        Checking checked = node("{ component: string_ops, input: x }");

        Problem problem = checked.only("MISSING_PARAMETER", Severity.ERROR);

        assertThat(problem.message())
                .isEqualTo(
                        "Node `it` lacks `operation`, without which `string_ops` can't run. Add it.");
        assertThat(checked.at(problem)).startsWith("it");
        Checking fixed = checked.fixed(problem.fixes().getFirst());
        assertThat(fixed.document().text()).contains("operation: \"upper\"");
        fixed.isClean();
    }

    @Test
    void one_of_several_is_enough() {
        Problem problem = node("{ component: set }").only("MISSING_PARAMETER", Severity.ERROR);

        assertThat(problem.message()).contains("one of `values`, `assignments`");
        assertThat(problem.fixes()).hasSize(2);
        node("{ component: set, assignments: [] }").isClean();
    }

    @Test
    void what_comes_from_the_scope_needs_no_parameter() {
        node("{ component: code, code: return 1 }").isClean();
    }

    @Test
    void a_call_of_a_recipe_needs_its_name() {
        node("{ component: trigger_workflow }").only("MISSING_PARAMETER", Severity.ERROR);
    }
}
