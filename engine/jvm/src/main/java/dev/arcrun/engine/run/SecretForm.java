package dev.arcrun.engine.run;

import java.util.Arrays;
import java.util.List;

/** A way in which a secret shows in texts: piece after piece, each written as one of its ways. */
final class SecretForm {
    private static final char MOST_ASCII = 127;

    private final List<List<Way>> pieces;

    /**
     * @param text this form's to wipe
     * @param anyCase whether its ASCII letters may be of either case; the text has them small
     */
    record Way(char[] text, boolean anyCase) {}

    /**
     * @param pieces of the ways of one piece, no two fit the same text
     */
    SecretForm(List<List<Way>> pieces) {
        this.pieces = pieces;
    }

    /** A form that is one text. */
    static SecretForm literal(char[] text) {
        return new SecretForm(List.of(List.of(new Way(text, false))));
    }

    /** The offset after it where it stands at that offset of a text; -1 where it doesn't. */
    int end(String text, int start) {
        int at = start;
        for (List<Way> ways : pieces) {
            int next = -1;
            for (int i = 0; i < ways.size() && next < 0; i++) {
                next = end(text, at, ways.get(i));
            }
            if (next < 0) {
                return -1;
            }
            at = next;
        }
        return at;
    }

    private static int end(String text, int start, Way way) {
        char[] wanted = way.text();
        if (start + wanted.length > text.length()) {
            return -1;
        }
        for (int i = 0; i < wanted.length; i++) {
            char c = text.charAt(start + i);
            boolean fits = c == wanted[i] || way.anyCase() && small(c) == wanted[i];
            if (!fits) {
                return -1;
            }
        }
        return start + wanted.length;
    }

    private static char small(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
    }

    /** Whether it may begin with a character; of those beyond ASCII, with any of them. */
    boolean mayBegin(char first) {
        return pieces.getFirst().stream()
                .map(way -> way.text()[0])
                .anyMatch(c -> c == first || c > MOST_ASCII && first > MOST_ASCII);
    }

    /** Whether it is just that text. */
    boolean isLiteral(char[] text) {
        return pieces.size() == 1
                && pieces.getFirst().size() == 1
                && Arrays.equals(pieces.getFirst().getFirst().text(), text);
    }

    /** Overwrites it. */
    void wipe() {
        pieces.forEach(ways -> ways.forEach(way -> Arrays.fill(way.text(), '\0')));
    }

    @Override
    public String toString() {
        return "SecretForm";
    }
}
