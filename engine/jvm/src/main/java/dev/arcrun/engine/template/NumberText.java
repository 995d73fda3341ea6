package dev.arcrun.engine.template;

import dev.arcrun.engine.value.JsonNumber;
import org.jspecify.annotations.Nullable;

/** Texts that read as numbers: those that are a JSON number, without anything around it. */
final class NumberText {
    /** So many decimal digits are told apart by doubles, whatever they are. */
    private static final int EXACT_DIGITS = 15;

    private NumberText() {}

    /** The number a text reads as, or null where it reads as none or one too large for a double. */
    static @Nullable Double read(String text) {
        if (text.isEmpty() || JsonNumber.end(text, 0) != text.length()) {
            return null;
        }
        double number = Double.parseDouble(text);
        return Double.isFinite(number) ? number : null;
    }

    /**
     * As {@link #read}, but only where nothing is lost on the way: no exponent and at most 15
     * digits. So long ids and hashes that look like {@code 0e12} stay texts.
     */
    static @Nullable Double readExactly(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Characters.isDigit(c)) {
                digits++;
            } else if (c != '-' && c != '.') {
                return null;
            }
        }
        return digits <= EXACT_DIGITS ? read(text) : null;
    }
}
