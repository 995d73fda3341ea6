package dev.arcrun.engine.recipe;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Which known word was probably meant. */
public final class Spelling {
    private static final int LONGEST = 200;

    private Spelling() {}

    /**
     * The known word with the fewest letters to change (inserted, left out, replaced, swapped with
     * the next); null where a third or more would have to change. Ties: the first one.
     */
    public static @Nullable String nearest(String word, Collection<String> known) {
        if (word.length() > LONGEST) {
            return null;
        }
        String nearest = null;
        int least = Integer.MAX_VALUE;
        for (String candidate : known) {
            int most = Math.max(1, Math.max(word.length(), candidate.length()) / 3);
            if (Math.abs(word.length() - candidate.length()) > most) {
                continue;
            }
            int mistakes = mistakes(word, candidate);
            if (mistakes <= most && mistakes < least) {
                least = mistakes;
                nearest = candidate;
            }
        }
        return nearest;
    }

    /**
     * How many letters have to be inserted, left out, replaced or swapped with the next to make one
     * of the other.
     */
    public static int mistakes(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int least = Math.min(Math.min(last[j], current[j - 1]) + 1, last[j - 1] + change);
                boolean swapped =
                        i > 1
                                && j > 1
                                && a.charAt(i - 1) == b.charAt(j - 2)
                                && a.charAt(i - 2) == b.charAt(j - 1);
                current[j] = swapped ? Math.min(least, beforeLast[j - 2] + 1) : least;
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = current;
            current = free;
        }
        return last[b.length()];
    }
}
