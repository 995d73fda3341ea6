package dev.arcrun.engine.recipe;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * A schedule of five fields: minute, hour, day of month, month, day of week. RECIPE.md, section 1.
 *
 * @param daysOfWeek 0 is Sunday
 * @param eitherDay whether day of month and day of week are both given, so that either is enough
 */
public record CronExpression(
        SortedSet<Integer> minutes,
        SortedSet<Integer> hours,
        SortedSet<Integer> daysOfMonth,
        SortedSet<Integer> months,
        SortedSet<Integer> daysOfWeek,
        boolean eitherDay) {

    /** 29 February comes back after eight years at most; a day more for the time zone. */
    private static final int DAYS_TO_SEARCH = 8 * 366 + 1;

    /**
     * Reads an expression.
     *
     * @throws CronSyntaxException when it isn't five fields of lists, ranges, steps and names
     */
    public static CronExpression parse(String text) {
        List<String> fields = List.of(text.strip().split("\\s+"));
        if (fields.size() != CronField.values().length) {
            throw new CronSyntaxException(0, text.strip());
        }
        return new CronExpression(
                CronField.MINUTE.values(fields.get(0)),
                CronField.HOUR.values(fields.get(1)),
                CronField.DAY_OF_MONTH.values(fields.get(2)),
                CronField.MONTH.values(fields.get(3)),
                CronField.DAY_OF_WEEK.values(fields.get(4)),
                !fields.get(2).startsWith("*") && !fields.get(4).startsWith("*"));
    }

    /**
     * The first time after {@code instant}; empty where there is none (30 February). A local time
     * that daylight saving skips runs at the next minute there is; a repeated one runs once, the
     * first time.
     */
    public Optional<Instant> next(Instant instant, ZoneId zone) {
        ZoneRules rules = zone.getRules();
        LocalDate first = LocalDateTime.ofInstant(instant, zone).toLocalDate().minusDays(1);
        for (int day = 0; day <= DAYS_TO_SEARCH; day++) {
            LocalDate date = first.plusDays(day);
            if (!matches(date)) {
                continue;
            }
            for (int hour : hours) {
                for (int minute : minutes) {
                    Instant time = instant(date.atTime(hour, minute), rules);
                    if (time.isAfter(instant)) {
                        return Optional.of(time);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Instant instant(LocalDateTime local, ZoneRules rules) {
        List<ZoneOffset> offsets = rules.getValidOffsets(local);
        if (!offsets.isEmpty()) {
            return local.toInstant(offsets.getFirst());
        }
        ZoneOffsetTransition gap = rules.getTransition(local);
        return gap == null ? local.toInstant(rules.getOffset(local)) : gap.getInstant();
    }

    private boolean matches(LocalDate date) {
        if (!months.contains(date.getMonthValue())) {
            return false;
        }
        boolean dayOfMonth = daysOfMonth.contains(date.getDayOfMonth());
        int weekday = date.getDayOfWeek() == DayOfWeek.SUNDAY ? 0 : date.getDayOfWeek().getValue();
        boolean dayOfWeek = daysOfWeek.contains(weekday);
        return eitherDay ? dayOfMonth || dayOfWeek : dayOfMonth && dayOfWeek;
    }
}
