package dev.arcrun.engine.validate;

import org.jspecify.annotations.Nullable;

/**
 * A piece of JavaScript that an expression can take the place of.
 *
 * @param start offset of its first character (UTF-16)
 * @param end offset after its last
 */
record InsideCode(String code, int start, int end) {
    private static final String QUOTES = "\"'`";

    /**
     * The piece, with the quotes around it where they hold nothing else; null inside a longer text,
     * where no expression can stand.
     */
    static @Nullable InsideCode of(String code, int start, int end) {
        int lineStart = code.lastIndexOf('\n', start - 1) + 1;
        char open = 0;
        int opened = -1;
        for (int i = lineStart; i < start; i++) {
            char c = code.charAt(i);
            if (open != 0 && c == '\\') {
                i++;
            } else if (c == open) {
                open = 0;
            } else if (open == 0 && QUOTES.indexOf(c) >= 0) {
                open = c;
                opened = i;
            }
        }
        if (open == 0) {
            return new InsideCode(code, start, end);
        }
        boolean alone = opened == start - 1 && end < code.length() && code.charAt(end) == open;
        return alone ? new InsideCode(code, opened, end + 1) : null;
    }

    String replacedBy(String expression) {
        return code.substring(0, start) + expression + code.substring(end);
    }
}
