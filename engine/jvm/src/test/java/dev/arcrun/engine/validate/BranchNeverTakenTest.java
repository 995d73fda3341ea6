package dev.arcrun.engine.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.document.Problem;
import dev.arcrun.engine.document.Problem.Severity;
import org.junit.jupiter.api.Test;

class BranchNeverTakenTest {
    private static final String SWITCH =
            """
            pick:
              component: switch
              value: "{{city}}"
              cases:
                - { match: Taipei, branch: north }
                - { match: Tainan, branch: south }
            go: { component: set, values: {} }
            """;

    @Test
    void a_part_that_gives_no_branch() {
        Checking checked =
                Checking.of(
                        "input >> PIPE >> fetch\nfetch >> ON_TRUE >> go",
                        "fetch: { component: http_request, url: https://a.test }\ngo: { component: set, values: {} }");

        Problem problem = checked.only("NO_BRANCH_VALUE", Severity.WARNING);

        assertThat(checked.at(problem)).contains("fetch >> ON_TRUE >> go");
    }

    @Test
    void a_branch_that_no_case_names_gets_the_nearest() {
        Checking checked =
                Checking.of("input >> PIPE >> pick\npick >> ON_BRANCH(noth) >> go", SWITCH);

        Problem problem = checked.only("UNKNOWN_BRANCH", Severity.WARNING);

        assertThat(problem.message()).contains("`north`, `south`, `default`");
        Checking fixed = checked.fixed(problem.fixes().getFirst());
        assertThat(fixed.document().text()).contains("ON_BRANCH(north)");
        fixed.isClean();
    }

    @Test
    void branches_that_come_are_fine() {
        Checking.of(
                        "input >> PIPE >> pick\npick >> ON_BRANCH(south) >> go\npick >> ON_BRANCH(default) >> go",
                        SWITCH)
                .isClean();
        Checking.of(
                        "input >> PIPE >> is\nis >> ON_FALSE >> go",
                        "is: { component: if_control, condition: city == Taipei }\ngo: { component: set, values: {} }")
                .isClean();
    }

    @Test
    void cases_that_come_from_data_can_give_any_branch() {
        Checking.of(
                        "input >> PIPE >> pick\npick >> ON_BRANCH(east) >> go",
                        SWITCH.replace("branch: south", "branch: \"{{city}}\""))
                .isClean();
    }

    @Test
    void the_input_never_fails() {
        Checking checked =
                Checking.of("input >> ON_FAIL >> go", "go: { component: set, values: {} }");

        checked.fixed(checked.only("NEVER_FAILS", Severity.WARNING).fixes().getFirst()).isClean();
    }
}
