package dev.arcrun.engine.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.document.Problem;
import dev.arcrun.engine.document.Problem.Severity;
import org.junit.jupiter.api.Test;

class CycleTest {
    private static String sets(String... nodes) {
        var config = new StringBuilder();
        for (String node : nodes) {
            config.append(node).append(": { component: set, values: {} }\n");
        }
        return config.toString();
    }

    @Test
    void names_the_nodes_and_removes_an_edge() {
        Checking checked =
                Checking.of(
                        "input >> PIPE >> a\na >> PIPE >> b\nb >> ON_SUCCESS >> c\nc >> ON_FAIL >> a",
                        sets("a", "b", "c"));

        Problem problem = checked.only("CYCLE", Severity.ERROR);

        assertThat(problem.message()).contains("a → b → c → a");
        assertThat(checked.at(problem)).contains("c >> ON_FAIL >> a");
        checked.fixed(problem.fixes().getFirst()).isClean();
    }

    @Test
    void each_circle_is_named() {
        Checking checked =
                Checking.of(
                        "a >> PIPE >> b\nb >> PIPE >> a\nc >> PIPE >> d\nd >> PIPE >> c",
                        sets("a", "b", "c", "d"));

        assertThat(checked.codes()).containsExactly("CYCLE", "CYCLE");
    }

    @Test
    void ways_that_meet_again_and_documentation_are_no_circle() {
        Checking.of(
                        """
                        input >> PIPE >> a
                        a >> ON_SUCCESS >> b
                        a >> ON_FAIL >> c
                        b >> PIPE >> d
                        c >> PIPE >> d
                        d >> CONTINUE >> a
                        """,
                        sets("a", "b", "c", "d"))
                .isClean();
    }

    @Test
    void an_edge_to_itself_is_removed() {
        Checking checked = Checking.of("input >> PIPE >> a\na >> PIPE >> a", sets("a"));

        checked.fixed(checked.only("SELF_EDGE", Severity.ERROR).fixes().getFirst()).isClean();
    }

    @Test
    void an_edge_that_is_there_twice_is_removed_once() {
        Checking checked =
                Checking.of(
                        "input >> PIPE >> a\ninput >> 完成後 >> a\ninput >> ON_SUCCESS >> a",
                        sets("a"));

        Problem problem = checked.only("DUPLICATE_EDGE", Severity.WARNING);

        assertThat(checked.at(problem)).contains("完成後");
        checked.fixed(problem.fixes().getFirst()).isClean();
    }
}
