package dev.arcrun.engine.template;

import dev.arcrun.engine.value.Json;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names a run gives to its own time and identity. All times are UTC, years are of the Gregorian
 * calendar. Names and formats are those of the published Arcrun 1.4 executor where it has them; the
 * examples are for 2026-11-05T07:08:09.012Z, a Thursday.
 *
 * <table>
 * <caption>Magic variables</caption>
 * <tr><th>name</th><th>type</th><th>example</th></tr>
 * <tr><td>{@code _today}</td><td>text</td><td>{@code 2026-11-05}</td></tr>
 * <tr><td>{@code _yesterday}</td><td>text</td><td>{@code 2026-11-04}</td></tr>
 * <tr><td>{@code _now}</td><td>text</td><td>{@code 2026-11-05T07:08:09.012Z}</td></tr>
 * <tr><td>{@code _now_unix}</td><td>number, milliseconds since 1970</td><td>{@code
 * 1793862489012}</td></tr>
 * <tr><td>{@code _now_unix_s}</td><td>number, whole seconds since 1970</td><td>{@code
 * 1793862489}</td></tr>
 * <tr><td>{@code _year}</td><td>number</td><td>{@code 2026}</td></tr>
 * <tr><td>{@code _month}</td><td>text of two digits, from 01</td><td>{@code 11}</td></tr>
 * <tr><td>{@code _day}</td><td>text of two digits, from 01</td><td>{@code 05}</td></tr>
 * <tr><td>{@code _hour}</td><td>text of two digits, 00 to 23</td><td>{@code 07}</td></tr>
 * <tr><td>{@code _minute}</td><td>text of two digits</td><td>{@code 08}</td></tr>
 * <tr><td>{@code _second}</td><td>text of two digits</td><td>{@code 09}</td></tr>
 * <tr><td>{@code _iso_week}</td><td>text</td><td>{@code 2026-W45}</td></tr>
 * <tr><td>{@code _iso_week_num}</td><td>number, 1 to 53</td><td>{@code 45}</td></tr>
 * <tr><td>{@code _iso_year}</td><td>number, the year the ISO week belongs to</td><td>{@code
 * 2026}</td></tr>
 * <tr><td>{@code _yyyymm}</td><td>text</td><td>{@code 202611}</td></tr>
 * <tr><td>{@code _yyyymmdd}</td><td>text</td><td>{@code 20261105}</td></tr>
 * <tr><td>{@code _weekday}</td><td>number, 0 is Sunday</td><td>{@code 4}</td></tr>
 * <tr><td>{@code _iso_weekday}</td><td>number, 1 is Monday, 7 Sunday</td><td>{@code 4}</td></tr>
 * <tr><td>{@code _run_id}</td><td>text</td><td></td></tr>
 * <tr><td>{@code _recipe}</td><td>text, the recipe's name</td><td></td></tr>
 * <tr><td>{@code _triggered_by}</td><td>text</td><td>{@code cron}</td></tr>
 * <tr><td>{@code _scheduled_at}</td><td>text, null where no schedule started the run</td><td>{@code
 * 2026-11-05T07:08:00.000Z}</td></tr>
 * <tr><td>{@code _call_id}</td><td>text, only in a part call</td><td></td></tr>
 * </table>
 */
public final class MagicVariables {
    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT);

    /** Every name, also {@code _call_id}. */
    public static final Set<String> NAMES = names();

    private MagicVariables() {}

    private static Set<String> names() {
        return Collections.unmodifiableSet(
                new LinkedHashSet<>(scope(Instant.EPOCH, "", "", "", null, "").names()));
    }

    /**
     * The variables of a run, or of one call in it.
     *
     * @param at the time all of them tell; parts of a millisecond don't count
     * @param scheduledAt ISO 8601 time of the schedule that started the run, or null
     * @param callId stable for run, node and iteration, or null outside a call
     */
    public static Scope scope(
            Instant at,
            String runId,
            String recipe,
            String triggeredBy,
            @Nullable String scheduledAt,
            @Nullable String callId) {
        Map<String, Json> values = new LinkedHashMap<>();
        times(at.truncatedTo(ChronoUnit.MILLIS), values);
        values.put("_run_id", Json.of(runId));
        values.put("_recipe", Json.of(recipe));
        values.put("_triggered_by", Json.of(triggeredBy));
        values.put("_scheduled_at", Json.of(scheduledAt));
        if (callId != null) {
            values.put("_call_id", Json.of(callId));
        }
        return Scope.of(values);
    }

    private static void times(Instant at, Map<String, Json> values) {
        OffsetDateTime now = at.atOffset(ZoneOffset.UTC);
        values.put("_today", format(now, "uuuu-MM-dd"));
        values.put("_yesterday", format(now.minusDays(1), "uuuu-MM-dd"));
        values.put("_now", Json.of(ISO.format(now)));
        values.put("_now_unix", Json.of((double) at.toEpochMilli()));
        values.put("_now_unix_s", Json.of((double) at.getEpochSecond()));
        values.put("_year", Json.of(now.getYear()));
        values.put("_month", format(now, "MM"));
        values.put("_day", format(now, "dd"));
        values.put("_hour", format(now, "HH"));
        values.put("_minute", format(now, "mm"));
        values.put("_second", format(now, "ss"));
        int weekYear = now.get(IsoFields.WEEK_BASED_YEAR);
        int week = now.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
        values.put("_iso_week", Json.of(weekYear + (week < 10 ? "-W0" : "-W") + week));
        values.put("_iso_week_num", Json.of(week));
        values.put("_iso_year", Json.of(weekYear));
        values.put("_yyyymm", format(now, "uuuuMM"));
        values.put("_yyyymmdd", format(now, "uuuuMMdd"));
        values.put("_weekday", Json.of(now.getDayOfWeek().getValue() % 7));
        values.put("_iso_weekday", Json.of(now.getDayOfWeek().getValue()));
    }

    private static Json format(OffsetDateTime time, String pattern) {
        return Json.of(DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(time));
    }
}
