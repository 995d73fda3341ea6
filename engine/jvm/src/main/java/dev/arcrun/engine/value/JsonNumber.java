package dev.arcrun.engine.value;

/** The grammar of JSON numbers (RFC 8259, section 6). */
public final class JsonNumber {
    private JsonNumber() {}

    /**
     * Where the longest JSON number that starts at {@code at} ends; {@code at} where none starts.
     */
    public static int end(String text, int at) {
        int whole = at < text.length() && text.charAt(at) == '-' ? at + 1 : at;
        int end = endOfDigits(text, whole);
        if (end == whole) {
            return at;
        }
        if (text.charAt(whole) == '0') {
            end = whole + 1;
        }
        return endOfExponent(text, endOfFraction(text, end));
    }

    private static int endOfFraction(String text, int at) {
        if (at < text.length() && text.charAt(at) == '.') {
            int end = endOfDigits(text, at + 1);
            return end > at + 1 ? end : at;
        }
        return at;
    }

    private static int endOfExponent(String text, int at) {
        if (at >= text.length() || "eE".indexOf(text.charAt(at)) < 0) {
            return at;
        }
        int digits = at + 1;
        if (digits < text.length() && "+-".indexOf(text.charAt(digits)) >= 0) {
            digits++;
        }
        int end = endOfDigits(text, digits);
        return end > digits ? end : at;
    }

    private static int endOfDigits(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }
}
