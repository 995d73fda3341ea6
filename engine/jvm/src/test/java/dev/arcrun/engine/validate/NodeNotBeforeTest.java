package dev.arcrun.engine.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.document.Problem;
import dev.arcrun.engine.document.Problem.Severity;
import org.junit.jupiter.api.Test;

class NodeNotBeforeTest {
    private static String set(String node, String value) {
        return node + ": { component: set, values: { a: '" + value + "' } }\n";
    }

    @Test
    void a_node_that_runs_later() {
        Checking checked =
                Checking.of(
                        "input >> PIPE >> one\none >> PIPE >> two",
                        set("one", "{{two.data.a}}!") + set("two", "x"));

        Problem problem = checked.only("REFERENCE_NOT_BEFORE", Severity.ERROR);

        assertThat(checked.at(problem)).isEqualTo("{{two.data.a}}");
        assertThat(problem.message())
                .isEqualTo(
                        "Node `one` uses `{{two.data.a}}`, but `two` runs later. Put `two` before it, or refer to a node that is.");
    }

    @Test
    void a_node_on_another_branch() {
        Checking checked =
                Checking.of(
                        "input >> PIPE >> one\ninput >> PIPE >> two",
                        set("one", "x") + set("two", "{{one.data.a}}"));

        Problem problem = checked.only("REFERENCE_NOT_BEFORE", Severity.WARNING);

        assertThat(problem.message()).contains("no way leads from `one`");
    }

    @Test
    void the_node_itself() {
        Checking checked = Checking.of("input >> PIPE >> one", set("one", "{{one.data.a}}"));

        assertThat(checked.only("REFERENCE_NOT_BEFORE", Severity.WARNING).message())
                .contains("its own result");
    }

    @Test
    void the_condition_of_an_edge_may_use_its_own_source() {
        Checking.of(
                        "input >> PIPE >> one\none >> IF(one.data.a == 1) >> two",
                        set("one", "x") + set("two", "y"))
                .isClean();
    }

    @Test
    void a_field_of_the_input_of_the_same_name_counts() {
        Checking.of(
                        "input >> PIPE >> one\ninput >> PIPE >> city",
                        set("one", "{{city}}") + set("city", "x"))
                .isClean();
    }

    @Test
    void the_condition_of_a_part_sees_its_input_only() {
        Checking checked =
                Checking.of(
                        "input >> PIPE >> one\none >> PIPE >> is_big",
                        set("one", "x")
                                + "is_big: { component: if_control, condition: one.data.a > 3 and city == x }");

        Problem problem = checked.only("REFERENCE_NOT_BEFORE", Severity.WARNING);

        assertThat(checked.at(problem)).isEqualTo("one.data.a");
    }

    @Test
    void in_a_long_flow_every_question_is_answered() {
        var flow = new StringBuilder("input >> PIPE >> n0\n");
        var config = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            flow.append("n%d >> PIPE >> n%d\n".formatted(i, i + 1));
            config.append(set("n" + i, i == 0 ? "x" : "{{n" + (i - 1) / 2 + ".data.a}}"));
        }
        config.append(set("n300", "{{n7.data.a}}"));

        Checking.of(flow.toString(), config.toString()).isClean();
    }
}
