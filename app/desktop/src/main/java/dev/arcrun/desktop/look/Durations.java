package dev.arcrun.desktop.look;

import java.util.Locale;

/** Times as a person reads them. */
public final class Durations {
    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;

    private Durations() {}

    /** {@code 12 ms}, {@code 1.4 s}, {@code 2 min 5 s}. */
    public static String of(long milliseconds) {
        if (milliseconds < SECOND) {
            return milliseconds + " ms";
        }
        if (milliseconds < MINUTE) {
            return String.format(Locale.ROOT, "%.1f s", milliseconds / (double) SECOND);
        }
        return milliseconds / MINUTE + " min " + milliseconds % MINUTE / SECOND + " s";
    }
}
