package dev.arcrun.engine.template;

import dev.arcrun.engine.recipe.Spelling;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What a name may be, and which known names a mistyped one resembles. */
public final class Names {
    private static final int LONGEST_COMPARED = 200;
    private static final int MOST_COMPARED = 1000;

    private Names() {}

    /**
     * Whether a text can be written as a name in a template: letters of any script, digits, {@code
     * _}, {@code -} and inner spaces.
     */
    public static boolean isName(String text) {
        var reader = new PathReader(text, 0, true);
        ReferencePath path = reader.read();
        return path != null && path.steps().isEmpty() && reader.end() == text.length();
    }

    /** The name as Arcrun makes an id of it: lower case, spaces as {@code -}. */
    public static String id(String name) {
        return dev.arcrun.engine.recipe.Names.id(name);
    }

    /**
     * The known names that someone who wrote {@code wanted} may have meant, best first, ties in the
     * order known: those that differ only in case, those that one starts with, and those within a
     * third of the length in single typing mistakes. Of very many names only the first are looked
     * at.
     *
     * @param max at most so many
     */
    public static List<String> nearest(String wanted, Collection<String> known, int max) {
        if (wanted.isEmpty() || wanted.length() > LONGEST_COMPARED) {
            return List.of();
        }
        record Candidate(String name, int distance) {}
        return known.stream()
                .distinct()
                .limit(MOST_COMPARED)
                .filter(name -> !name.equals(wanted) && name.length() <= LONGEST_COMPARED)
                .map(name -> new Candidate(name, distance(wanted, name)))
                .filter(candidate -> candidate.distance() != Integer.MAX_VALUE)
                .sorted(Comparator.comparingInt(Candidate::distance))
                .limit(max)
                .map(Candidate::name)
                .toList();
    }

    private static int distance(String wanted, String name) {
        String a = wanted.toLowerCase(Locale.ROOT);
        String b = name.toLowerCase(Locale.ROOT);
        int longer = Math.max(a.length(), b.length());
        int shorter = Math.min(a.length(), b.length());
        int tolerated = Math.max(1, longer / 3);
        if (longer - shorter <= tolerated) {
            int mistakes = Spelling.mistakes(a, b);
            if (mistakes <= tolerated && mistakes < longer) {
                return mistakes;
            }
        }
        return shorter >= 3 && (a.startsWith(b) || b.startsWith(a))
                ? tolerated + longer - shorter
                : Integer.MAX_VALUE;
    }
}
