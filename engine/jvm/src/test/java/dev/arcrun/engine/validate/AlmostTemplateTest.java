package dev.arcrun.engine.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.document.Problem;
import dev.arcrun.engine.document.Problem.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlmostTemplateTest {
    private static Checking text(String value) {
        return Checking.of(
                "input >> PIPE >> it", "it: { component: set, values: { a: \"" + value + "\" } }");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{city | upper}}", "{{#each}}", "{{$json.city}}", "{{city + 1}}"})
    void what_looks_like_a_reference_but_stays_text(String braces) {
        Checking checked = text("In " + braces + "!");

        Problem problem = checked.only("BAD_TEMPLATE", Severity.WARNING);

        assertThat(checked.at(problem)).isEqualTo(braces);
        checked.fixed(problem.fixes().getLast()).isClean();
    }

    @Test
    void a_default_without_quotes_gets_them() {
        Checking checked = text("In {{city ?? Taipei}} and {{city}}");

        Problem problem = checked.only("BAD_TEMPLATE", Severity.WARNING);

        Checking fixed = checked.fixed(problem.fixes().getFirst());
        assertThat(fixed.document().recipe().nodes().toString())
                .contains("{{city ?? \"Taipei\"}} and {{city}}");
        fixed.isClean();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{city}}",
                "{{{{city | upper}}",
                "{{}}",
                "{{ 'a': {} }}",
                "{{ city ?? 1 }}"
            })
    void other_braces_are_fine(String braces) {
        text(braces).isClean();
    }
}
