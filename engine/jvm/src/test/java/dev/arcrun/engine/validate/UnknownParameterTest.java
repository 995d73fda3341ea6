package dev.arcrun.engine.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.document.Problem;
import dev.arcrun.engine.document.Problem.Severity;
import org.junit.jupiter.api.Test;

class UnknownParameterTest {
    private static Checking node(String config) {
        return Checking.of("input >> PIPE >> it", "it: " + config);
    }

    @Test
    void a_closed_contract_knows_all_its_parameters() {
        Checking checked = node("{ component: number_ops, operation: add, input: 1, colour: red }");

        Problem problem = checked.only("UNKNOWN_PARAMETER", Severity.WARNING);

        assertThat(checked.at(problem)).isEqualTo("red");
    }

    @Test
    void in_an_open_contract_a_typo_is_found_and_renamed() {
        Checking checked =
                node("{ component: http_request, url: https://a.test, heders: { A: b } }");

        Problem problem = checked.only("UNKNOWN_PARAMETER", Severity.WARNING);

        assertThat(problem.message()).endsWith("Did you mean `headers`?");
        Checking fixed = checked.fixed(problem.fixes().getFirst());
        assertThat(fixed.document().text())
                .contains("headers: { A: \"b\" }")
                .doesNotContain("heders");
        fixed.isClean();
    }

    @Test
    void other_parameters_of_an_open_contract_are_fine() {
        node("{ component: http_request, url: https://a.test, something_else: 1 }").isClean();
    }
}
