package dev.arcrun.engine.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.document.Problem;
import dev.arcrun.engine.document.Problem.Severity;
import org.junit.jupiter.api.Test;

class UnknownPartTest {
    @Test
    void a_mistyped_part_is_replaced_by_the_nearest_one() {
        Checking checked =
                Checking.of(
                        "input >> PIPE >> fetch",
                        "fetch: { component: http_reqest, url: https://a.test }");

        Problem problem = checked.only("UNKNOWN_PART", Severity.ERROR);

        assertThat(checked.at(problem)).isEqualTo("http_reqest");
        assertThat(problem.message())
                .isEqualTo(
                        "Node `fetch` wants the part `http_reqest`, but there is none of that name. Use `http_request`?");
        Checking fixed = checked.fixed(problem.fixes().getFirst());
        assertThat(fixed.document().text()).contains("component: http_request,");
        fixed.isClean();
    }

    @Test
    void a_node_without_component_is_told_to_name_one() {
        Checking checked = Checking.of("input >> PIPE >> weird", "");

        Problem problem = checked.only("UNKNOWN_PART", Severity.ERROR);

        assertThat(checked.at(problem)).contains("weird");
        assertThat(problem.message()).contains("has no `component`");
    }

    @Test
    void a_nodes_own_name_may_be_the_part() {
        Checking.of("input >> PIPE >> string_ops", "string_ops: { operation: upper, input: x }")
                .isClean();
    }

    @Test
    void parts_without_contract_urls_and_nodes_of_documentation_are_fine() {
        Checking.of(
                        """
                        input >> PIPE >> own
                        own >> PIPE >> hook
                        own >> IS_A >> idea
                        """,
                        """
                        own: { component: own_part, anything: 1 }
                        hook: { component: https://hook.test/x }
                        """)
                .isClean();
    }
}
