package dev.arcrun.engine.template;

import java.util.ArrayList;
import java.util.List;

/**
 * A set of code points.
 *
 * @param ranges pairs of first and last
 * @param categories sets of general categories, as bits by {@link Character#getType}
 * @param negated whether it is all the others
 */
record CharacterSet(List<Range> ranges, List<Integer> categories, boolean negated) {
    private static final int ALL_CATEGORIES = -1;

    /** The first and last code point. */
    record Range(int first, int last) {}

    CharacterSet {
        ranges = List.copyOf(ranges);
        categories = List.copyOf(categories);
    }

    /** Any but line feed and carriage return. */
    static final CharacterSet DOT =
            new CharacterSet(
                    List.of(new Range('\n', '\n'), new Range('\r', '\r')), List.of(), true);

    static CharacterSet of(int codePoint) {
        return new CharacterSet(List.of(new Range(codePoint, codePoint)), List.of(), false);
    }

    static CharacterSet ofCategories(int bits) {
        return new CharacterSet(List.of(), List.of(bits), false);
    }

    static int complement(int bits) {
        return ALL_CATEGORIES ^ bits;
    }

    boolean contains(int codePoint) {
        return within(codePoint) != negated;
    }

    private boolean within(int codePoint) {
        for (Range range : ranges) {
            if (range.first() <= codePoint && codePoint <= range.last()) {
                return true;
            }
        }
        if (categories.isEmpty()) {
            return false;
        }
        int category = 1 << Character.getType(codePoint);
        for (int bits : categories) {
            if ((bits & category) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Collects what stands between brackets. */
    static final class Builder {
        private final List<Range> ranges = new ArrayList<>();
        private int categories;

        void add(int first, int last) {
            ranges.add(new Range(first, last));
        }

        void addCategories(int bits) {
            categories |= bits;
        }

        CharacterSet build(boolean negated) {
            return new CharacterSet(
                    ranges, categories == 0 ? List.of() : List.of(categories), negated);
        }
    }
}
