package dev.arcrun.engine.recipe;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/** One of the five fields of a cron expression: its limits and names. */
@SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
enum CronField {
    MINUTE(1, 0, 59, List.of()),
    HOUR(2, 0, 23, List.of()),
    DAY_OF_MONTH(3, 1, 31, List.of()),
    MONTH(
            4,
            1,
            12,
            List.of(
                    "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV",
                    "DEC")),
    DAY_OF_WEEK(5, 0, 7, List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"));

    private static final int SUNDAY = 7;
    private final int number;
    private final int least;
    private final int most;
    private final List<String> names;

    CronField(int number, int least, int most, List<String> names) {
        this.number = number;
        this.least = least;
        this.most = most;
        this.names = names;
    }

    /** The values a field allows: {@code 1,5-10/2,MON}. Sunday is 0. */
    SortedSet<Integer> values(String text) {
        SortedSet<Integer> values = new TreeSet<>();
        for (String part : text.split(",", -1)) {
            addPart(part, text, values);
        }
        if (this == DAY_OF_WEEK && values.remove(SUNDAY)) {
            values.add(0);
        }
        return Collections.unmodifiableSortedSet(values);
    }

    private void addPart(String part, String text, SortedSet<Integer> values) {
        int slash = part.indexOf('/');
        String range = slash < 0 ? part : part.substring(0, slash);
        int step = slash < 0 ? 1 : number(part.substring(slash + 1), text);
        int dash = range.indexOf('-');
        int from;
        int to;
        if (range.equals("*")) {
            from = least;
            to = this == DAY_OF_WEEK ? SUNDAY - 1 : most;
        } else if (dash >= 0) {
            from = value(range.substring(0, dash), text);
            to = value(range.substring(dash + 1), text);
            if (this == DAY_OF_WEEK && to == 0) {
                to = SUNDAY;
            }
        } else {
            from = value(range, text);
            to = slash < 0 ? from : most;
        }
        if (step < 1 || from > to) {
            throw wrong(text);
        }
        for (int value = from; value <= to; value += step) {
            values.add(value);
        }
    }

    private int value(String text, String whole) {
        int name = names.indexOf(text.toUpperCase(Locale.ROOT));
        int value = name >= 0 ? name + least : number(text, whole);
        if (value < least || value > most) {
            throw wrong(whole);
        }
        return value;
    }

    private int number(String text, String whole) {
        if (text.isEmpty()
                || text.length() > 4
                || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw wrong(whole);
        }
        return Integer.parseInt(text);
    }

    private CronSyntaxException wrong(String text) {
        return new CronSyntaxException(number, text);
    }
}
