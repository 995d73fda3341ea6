package dev.arcrun.engine.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.document.Problem;
import dev.arcrun.engine.document.Problem.Severity;
import org.junit.jupiter.api.Test;

class TemplateInVerbatimTest {
    private static Checking code(String lines) {
        return Checking.of(
                "input >> PIPE >> fetch\nfetch >> PIPE >> sum",
                """
                fetch: { component: http_request, url: https://a.test }
                sum:
                  component: code
                  code: |
                """
                        + lines.indent(4));
    }

    @Test
    void a_reference_in_code_is_passed_through_input() {
        Checking checked = code("const a = {{fetch.data.json}};\nreturn a;");

        Problem problem = checked.only("TEMPLATE_IN_VERBATIM", Severity.WARNING);

        assertThat(checked.at(problem)).isEqualTo("{{fetch.data.json}}");
        Checking fixed = checked.fixed(problem.fixes().getFirst());
        assertThat(fixed.document().text())
                .contains("const a = input.json;")
                .contains("json: \"{{fetch.data.json}}\"");
        fixed.isClean();
    }

    @Test
    void quotes_around_it_go_too() {
        Checking checked = code("return \"{{fetch.data.body}}\".length;");

        Problem problem = checked.only("TEMPLATE_IN_VERBATIM", Severity.WARNING);

        assertThat(checked.fixed(problem.fixes().getFirst()).document().text())
                .contains("return input.body.length;");
    }

    @Test
    void inside_a_longer_text_there_is_no_fix() {
        Problem problem =
                code("return 'It is {{fetch.data.body}}';")
                        .only("TEMPLATE_IN_VERBATIM", Severity.WARNING);

        assertThat(problem.fixes()).isEmpty();
    }

    @Test
    void braces_that_name_nothing_of_the_recipe_are_the_parts_own() {
        code("return `{{customer}}`;").isClean();
    }
}
