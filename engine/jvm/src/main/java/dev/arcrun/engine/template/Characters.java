package dev.arcrun.engine.template;

/** Which characters names and gaps consist of, defined so that ECMAScript can say the same. */
final class Characters {
    private Characters() {}

    /** {@code [\p{L}\p{M}\p{Nd}_-]} */
    static boolean inName(int codePoint) {
        return codePoint == '_'
                || codePoint == '-'
                || switch (Character.getType(codePoint)) {
                    case Character.UPPERCASE_LETTER,
                            Character.LOWERCASE_LETTER,
                            Character.TITLECASE_LETTER,
                            Character.MODIFIER_LETTER,
                            Character.OTHER_LETTER,
                            Character.NON_SPACING_MARK,
                            Character.ENCLOSING_MARK,
                            Character.COMBINING_SPACING_MARK,
                            Character.DECIMAL_DIGIT_NUMBER ->
                            true;
                    default -> false;
                };
    }

    /** {@code \s}: ECMAScript's WhiteSpace and LineTerminator. */
    static boolean isSpace(char c) {
        return (c >= '\t' && c <= '\r')
                || c == ' '
                || c == '\u00a0'
                || c == '\u1680'
                || (c >= '\u2000' && c <= '\u200a')
                || c == '\u2028'
                || c == '\u2029'
                || c == '\u202f'
                || c == '\u205f'
                || c == '\u3000'
                || c == '\ufeff';
    }

    static boolean isBlank(String text) {
        return endOfSpaces(text, 0) == text.length();
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Where the run of name characters that starts at {@code at} ends. */
    static int endOfName(String text, int at) {
        int end = at;
        while (end < text.length()) {
            int codePoint = text.codePointAt(end);
            if (!inName(codePoint)) {
                break;
            }
            end += Character.charCount(codePoint);
        }
        return end;
    }

    static int endOfSpaces(String text, int at) {
        int end = at;
        while (end < text.length() && isSpace(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
