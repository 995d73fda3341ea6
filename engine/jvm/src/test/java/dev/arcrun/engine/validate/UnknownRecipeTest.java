package dev.arcrun.engine.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.document.Problem;
import dev.arcrun.engine.document.Problem.Severity;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UnknownRecipeTest {
    private static final Surroundings KNOWN =
            Surroundings.UNKNOWN.withRecipes(Set.of("hello", "report"));

    private static Checking calling(String name) {
        return Checking.of(
                "input >> PIPE >> call",
                "call: { component: trigger_workflow, workflow_name: '" + name + "' }");
    }

    @Test
    void a_call_of_an_unknown_recipe_gets_the_nearest() {
        Checking checked = calling("helo").in(KNOWN);

        Problem problem = checked.only("UNKNOWN_RECIPE", Severity.ERROR);

        assertThat(checked.at(problem)).isEqualTo("'helo'");
        checked.fixed(problem.fixes().getFirst()).isClean();
    }

    @Test
    void a_sub_recipe_by_relation_too() {
        Checking checked = Checking.of("input >> CALLS_SUBFLOW >> helo", "").in(KNOWN);

        Problem problem = checked.only("UNKNOWN_RECIPE", Severity.ERROR);

        checked.fixed(problem.fixes().getFirst()).isClean();
    }

    @Test
    void the_recipe_for_failures_too() {
        Checking checked =
                Checking.text(
                                Checking.recipe(
                                        "on_failure: reprot\n",
                                        "input >> PIPE >> a",
                                        "a: { component: set, values: {} }"))
                        .in(KNOWN);

        Problem problem = checked.only("UNKNOWN_RECIPE", Severity.WARNING);

        assertThat(checked.at(problem)).isEqualTo("reprot");
        checked.fixed(problem.fixes().getFirst()).isClean();
    }

    @Test
    void known_names_names_from_data_and_unknown_surroundings_are_fine() {
        calling("hello").in(KNOWN).isClean();
        calling("{{city}}").in(KNOWN).isClean();
        calling("helo").isClean();
    }

    @Test
    void a_recipe_that_calls_itself_is_warned() {
        calling("test").in(KNOWN).only("RECURSIVE_RECIPE", Severity.WARNING);
        Checking.text(
                        Checking.recipe(
                                "on_failure: test\n",
                                "input >> PIPE >> a",
                                "a: { component: set, values: {} }"))
                .only("RECURSIVE_RECIPE", Severity.WARNING);
    }

    @Test
    void a_recipe_without_description_is_told() {
        Checking.text("name: a\nflow:\n  - \"input >> PIPE >> output\"\n")
                .only("DESCRIPTION_MISSING", Severity.INFO);
    }
}
