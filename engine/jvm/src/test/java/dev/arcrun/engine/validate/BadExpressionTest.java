package dev.arcrun.engine.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.document.Problem;
import dev.arcrun.engine.document.Problem.Severity;
import org.junit.jupiter.api.Test;

class BadExpressionTest {
    @Test
    void the_condition_of_an_edge_points_at_the_trouble() {
        Checking checked =
                Checking.of(
                        "input >> IF(city = Taipei) >> it", "it: { component: set, values: {} }");

        Problem problem = checked.only("BAD_EXPRESSION", Severity.ERROR);

        assertThat(checked.at(problem)).isEqualTo("= Taipei");
        assertThat(problem.message()).contains("compare with `==`");
    }

    @Test
    void the_condition_of_a_part_too() {
        Checking checked =
                Checking.of(
                        "input >> PIPE >> it",
                        "it: { component: if_control, condition: \"city == (Taipei\" }");

        checked.only("BAD_EXPRESSION", Severity.ERROR);
    }

    @Test
    void conditions_that_can_be_read_or_come_from_data_are_fine() {
        Checking.of(
                        "input >> IF >> it\ninput >> IF(city in [Taipei, 台北]) >> it",
                        "it: { component: if_control, condition: \"{{city}} ==\" }")
                .isClean();
    }
}
