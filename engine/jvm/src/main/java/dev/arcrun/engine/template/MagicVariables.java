package dev.arcrun.engine.template;

import dev.arcrun.engine.value.Json;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names a run gives to its own time and identity. All times are UTC. */
public final class MagicVariables {
    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'");

    private MagicVariables() {}

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
        values.put("_now_unix", Json.of(at.toEpochMilli()));
        values.put("_now_unix_s", Json.of(at.getEpochSecond()));
        values.put("_year", format(now, "uuuu"));
        values.put("_month", format(now, "MM"));
        values.put("_day", format(now, "dd"));
        values.put("_hour", format(now, "HH"));
        values.put("_minute", format(now, "mm"));
        values.put("_second", format(now, "ss"));
        int weekYear = now.get(IsoFields.WEEK_BASED_YEAR);
        int week = now.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
        values.put("_iso_week", Json.of("%04d-W%02d".formatted(weekYear, week)));
        values.put("_iso_week_num", Json.of(week));
        values.put("_iso_year", Json.of(weekYear));
        values.put("_yyyymm", format(now, "uuuuMM"));
        values.put("_yyyymmdd", format(now, "uuuuMMdd"));
        values.put("_weekday", Json.of(now.getDayOfWeek().getValue() % 7));
        values.put("_iso_weekday", Json.of(now.getDayOfWeek().getValue()));
    }

    private static Json format(OffsetDateTime time, String pattern) {
        return Json.of(DateTimeFormatter.ofPattern(pattern).format(time));
    }
}
