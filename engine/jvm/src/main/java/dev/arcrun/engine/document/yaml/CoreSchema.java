package dev.arcrun.engine.document.yaml;

import dev.arcrun.engine.value.Json;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a plain scalar means. YAML 1.2.2, section 10.3 (core schema). */
public final class CoreSchema {
    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]+");
    private static final Pattern OCTAL = Pattern.compile("0o[0-7]+");
    private static final Pattern HEX = Pattern.compile("0x[0-9a-fA-F]+");
    private static final Pattern FLOAT =
            Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final Pattern INFINITE = Pattern.compile("[-+]?\\.(inf|Inf|INF)");
    private static final Pattern NOT_A_NUMBER = Pattern.compile("\\.(nan|NaN|NAN)");

    /** More octal or hexadecimal digits are more than a double can hold, leading zeros aside. */
    private static final int MOST_DIGITS = 400;

    private CoreSchema() {}

    /**
     * The value of a plain scalar. A number that JSON can't hold (infinite, not a number) is its
     * own text.
     */
    public static Json value(String plain) {
        if (plain.isEmpty()) {
            return Json.NULL;
        }
        return switch (plain.charAt(0)) {
            case '~', 'n', 'N', 't', 'T', 'f', 'F' -> word(plain);
            case '-', '+', '.', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> {
                Double number = number(plain);
                yield number == null || !Double.isFinite(number)
                        ? Json.of(plain)
                        : Json.of(number.doubleValue());
            }
            default -> Json.of(plain);
        };
    }

    /** Whether it is a number that JSON can't hold. */
    static boolean isUnusableNumber(String plain) {
        Double number = number(plain);
        return number != null && !Double.isFinite(number);
    }

    /** Whether a plain scalar of this text would be just that text. */
    static boolean isText(String plain) {
        return value(plain) instanceof Json.Str && !isUnusableNumber(plain);
    }

    private static Json word(String plain) {
        return switch (plain) {
            case "~", "null", "Null", "NULL" -> Json.NULL;
            case "true", "True", "TRUE" -> Json.TRUE;
            case "false", "False", "FALSE" -> Json.FALSE;
            default -> Json.of(plain);
        };
    }

    private static @Nullable Double number(String plain) {
        if (plain.isEmpty() || "+-.0123456789".indexOf(plain.charAt(0)) < 0) {
            return null;
        }
        if (INTEGER.matcher(plain).matches() || FLOAT.matcher(plain).matches()) {
            return Double.valueOf(plain);
        }
        if (OCTAL.matcher(plain).matches()) {
            return wholeNumber(plain.substring(2), 8);
        }
        if (HEX.matcher(plain).matches()) {
            return wholeNumber(plain.substring(2), 16);
        }
        if (INFINITE.matcher(plain).matches()) {
            return Double.POSITIVE_INFINITY;
        }
        return NOT_A_NUMBER.matcher(plain).matches() ? Double.NaN : null;
    }

    private static double wholeNumber(String digits, int radix) {
        return digits.length() > MOST_DIGITS
                ? Double.POSITIVE_INFINITY
                : new BigInteger(digits, radix).doubleValue();
    }
}
