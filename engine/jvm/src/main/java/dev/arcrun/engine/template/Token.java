package dev.arcrun.engine.template;

/**
 * A word of an expression.
 *
 * @param text the sign or keyword, a text's value, else as written
 * @param start UTF-16 offset of its first character
 * @param end offset after its last
 */
record Token(Kind kind, String text, int start, int end) {
    enum Kind {
        /** Sign or keyword; synonyms have the text of one of them: {@code or} for {@code ||}. */
        SIGN,
        NUMBER,
        TEXT,
        PATH,
        END
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }
}
