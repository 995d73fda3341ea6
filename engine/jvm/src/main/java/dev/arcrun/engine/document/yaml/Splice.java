package dev.arcrun.engine.document.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The characters from {@code start} to {@code end} (exclusive) become {@code text}. */
public record Splice(int start, int end, String text) {

    /**
     * Splices of one text, none overlapping, in an order in which they can be made one after the
     * other: the last in the text first.
     */
    static List<Splice> inOrderOfUse(String text, List<Splice> splices) {
        List<Splice> ordered = new ArrayList<>();
        for (Splice splice : splices) {
            Splice trimmed = splice.trimmed(text);
            if (trimmed.start < trimmed.end || !trimmed.text.isEmpty()) {
                ordered.add(trimmed);
            }
        }
        ordered.sort(Comparator.comparingInt(Splice::start));
        return List.copyOf(ordered.reversed());
    }

    /** What makes it undone, offsets in the text after it. */
    public Splice inverse(String before) {
        return new Splice(start, start + text.length(), before.substring(start, end));
    }

    public String apply(String before) {
        return new StringBuilder(before.length() + text.length())
                .append(before, 0, start)
                .append(text)
                .append(before, end, before.length())
                .toString();
    }

    /** Without what stays the same at both ends; never cuts a character in two. */
    private Splice trimmed(String before) {
        int from = start;
        int to = end;
        int head = 0;
        int tail = text.length();
        while (from < to && head < tail && before.charAt(from) == text.charAt(head)) {
            from++;
            head++;
        }
        if (from > start && Character.isHighSurrogate(before.charAt(from - 1))) {
            from--;
            head--;
        }
        while (to > from && tail > head && before.charAt(to - 1) == text.charAt(tail - 1)) {
            to--;
            tail--;
        }
        if (to < end && Character.isLowSurrogate(before.charAt(to))) {
            to++;
            tail++;
        }
        return new Splice(from, to, text.substring(head, tail));
    }
}
