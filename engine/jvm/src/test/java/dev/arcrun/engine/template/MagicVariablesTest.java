package dev.arcrun.engine.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonReader;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MagicVariablesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '`',
            textBlock =
                    """
                    _today           ¦ "2026-11-05"
                    _yesterday       ¦ "2026-11-04"
                    _now             ¦ "2026-11-05T07:08:09.012Z"
                    _now_unix        ¦ 1793862489012
                    _now_unix_s      ¦ 1793862489
                    _year            ¦ 2026
                    _month           ¦ "11"
                    _day             ¦ "05"
                    _hour            ¦ "07"
                    _minute          ¦ "08"
                    _second          ¦ "09"
                    _iso_week        ¦ "2026-W45"
                    _iso_week_num    ¦ 45
                    _iso_year        ¦ 2026
                    _yyyymm          ¦ "202611"
                    _yyyymmdd        ¦ "20261105"
                    _weekday         ¦ 4
                    _iso_weekday     ¦ 4
                    _run_id          ¦ "run-1"
                    _recipe          ¦ "order_alert"
                    _triggered_by    ¦ "cron"
                    _scheduled_at    ¦ "2026-11-05T07:08:00.000Z"
                    _call_id         ¦ "run-1/notify/2"
                    """)
    void each_has_its_form(String name, String json) {
        assertThat(at("2026-11-05T07:08:09.012987Z").lookup(name)).isEqualTo(JsonReader.read(json));
    }

    /** Weeks as the ISO 8601 calendar has them. */
    @ParameterizedTest
    @CsvSource({
        "2021-01-03T23:59:59Z, 2020-W53, 2021-01-02, 0, 7",
        "2021-01-04T00:00:00Z, 2021-W01, 2021-01-03, 1, 1",
        "2024-12-30T12:00:00Z, 2025-W01, 2024-12-29, 1, 1",
        "2026-12-31T23:59:59Z, 2026-W53, 2026-12-30, 4, 4",
        "2027-01-01T00:00:00Z, 2026-W53, 2026-12-31, 5, 5",
        "2024-03-01T00:00:00Z, 2024-W09, 2024-02-29, 5, 5",
        "1970-01-01T00:00:00Z, 1970-W01, 1969-12-31, 4, 4"
    })
    void weeks_and_days_turn_over_where_they_should(
            String at, String week, String yesterday, int weekday, int isoWeekday) {
        Scope scope = at(at);
        assertThat(scope.lookup("_iso_week")).isEqualTo(Json.of(week));
        assertThat(scope.lookup("_iso_week_num"))
                .isEqualTo(Json.of(Integer.parseInt(week.substring(6))));
        assertThat(scope.lookup("_iso_year"))
                .isEqualTo(Json.of(Integer.parseInt(week.substring(0, 4))));
        assertThat(scope.lookup("_yesterday")).isEqualTo(Json.of(yesterday));
        assertThat(scope.lookup("_weekday")).isEqualTo(Json.of(weekday));
        assertThat(scope.lookup("_iso_weekday")).isEqualTo(Json.of(isoWeekday));
    }

    @Test
    void outside_a_call_and_a_schedule_those_names_are_absent_and_null() {
        Scope scope = MagicVariables.scope(Instant.EPOCH, "r", "n", "manual", null, null);
        assertThat(scope.lookup("_call_id")).isNull();
        assertThat(scope.lookup("_scheduled_at")).isEqualTo(Json.NULL);
        assertThat(MagicVariables.NAMES).containsAll(scope.names()).contains("_call_id");
    }

    @Test
    void the_language_of_the_machine_makes_no_difference() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab-ca-islamic"));
            assertThat(at("2026-11-05T07:08:09.012Z").lookup("_now"))
                    .isEqualTo(Json.of("2026-11-05T07:08:09.012Z"));
            assertThat(at("2026-11-05T07:08:09.012Z").lookup("_iso_week"))
                    .isEqualTo(Json.of("2026-W45"));
        } finally {
            Locale.setDefault(before);
        }
    }

    private static Scope at(String instant) {
        return MagicVariables.scope(
                Instant.parse(instant),
                "run-1",
                "order_alert",
                "cron",
                "2026-11-05T07:08:00.000Z",
                "run-1/notify/2");
    }
}
