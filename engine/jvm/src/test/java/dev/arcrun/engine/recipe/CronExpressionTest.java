package dev.arcrun.engine.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Schedules of five fields. RECIPE.md, section 1. */
class CronExpressionTest {

    private static List<String> runs(String expression, String zone, String after, int count) {
        List<String> runs = new ArrayList<>();
        Instant at = Instant.parse(after);
        for (int i = 0; i < count; i++) {
            at = CronExpression.parse(expression).next(at, ZoneId.of(zone)).orElseThrow();
            runs.add(at.toString());
        }
        return runs;
    }

    @Test
    void lists_ranges_steps_and_names() {
        CronExpression cron = CronExpression.parse("5,*/20 9-17/4 1,15 JAN-mar,12 MON-FRI");
        assertThat(cron.minutes()).containsExactly(0, 5, 20, 40);
        assertThat(cron.hours()).containsExactly(9, 13, 17);
        assertThat(cron.daysOfMonth()).containsExactly(1, 15);
        assertThat(cron.months()).containsExactly(1, 2, 3, 12);
        assertThat(cron.daysOfWeek()).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void zero_and_seven_are_sunday() {
        assertThat(CronExpression.parse("0 0 * * 7").daysOfWeek()).containsExactly(0);
        assertThat(CronExpression.parse("0 0 * * FRI-SUN").daysOfWeek()).containsExactly(0, 5, 6);
        assertThat(CronExpression.parse("0 0 * * *").daysOfWeek()).hasSize(7);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    * * * * | 0
                    '' | 0
                    60 * * * * | 1
                    */0 * * * * | 1
                    a * * * * | 1
                    * 24 * * * | 2
                    * 5-3 * * * | 2
                    * * 0 * * | 3
                    * * 1, * * | 3
                    * * * 13 * | 4
                    * * * FOO * | 4
                    * * * * 8 | 5
                    * * * * 99999999999 | 5
                    """)
    void what_is_wrong_is_said_by_field(String expression, int field) {
        assertThatThrownBy(() -> CronExpression.parse(expression))
                .isInstanceOfSatisfying(
                        CronSyntaxException.class, e -> assertThat(e.field()).isEqualTo(field));
    }

    @Test
    void the_next_runs_follow_the_clock_of_the_zone() {
        assertThat(runs("0 9 * * 1-5", "Asia/Taipei", "2026-11-20T00:59:59Z", 3))
                .containsExactly(
                        "2026-11-20T01:00:00Z", "2026-11-23T01:00:00Z", "2026-11-24T01:00:00Z");
    }

    @Test
    void with_both_days_given_either_matches() {
        assertThat(runs("0 0 13 * FRI", "UTC", "2026-12-01T00:00:00Z", 3))
                .containsExactly(
                        "2026-12-04T00:00:00Z", "2026-12-11T00:00:00Z", "2026-12-13T00:00:00Z");
    }

    @Test
    void a_time_that_daylight_saving_skips_runs_at_the_next_minute() {
        assertThat(runs("30 2 * * *", "Europe/Berlin", "2026-03-28T12:00:00Z", 2))
                .containsExactly("2026-03-29T01:00:00Z", "2026-03-30T00:30:00Z");
    }

    @Test
    void a_time_that_daylight_saving_repeats_runs_once() {
        assertThat(runs("30 2 * * *", "Europe/Berlin", "2026-10-24T12:00:00Z", 2))
                .containsExactly("2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z");
    }

    @Test
    void a_leap_day_is_found_and_a_day_that_never_comes_is_not() {
        assertThat(runs("0 0 29 2 *", "UTC", "2097-01-01T00:00:00Z", 1))
                .containsExactly("2104-02-29T00:00:00Z");
        Optional<Instant> never =
                CronExpression.parse("0 0 30 2 *").next(Instant.EPOCH, ZoneId.of("UTC"));
        assertThat(never).isEmpty();
    }
}
