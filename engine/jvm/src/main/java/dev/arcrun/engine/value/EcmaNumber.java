package dev.arcrun.engine.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as text the way ECMAScript writes them (ECMA-262, Number::toString, radix 10). */
public final class EcmaNumber {
    private static final double EXACT_INTEGERS = 9_007_199_254_740_992.0;

    private static final MathContext ONE_DIGIT = new MathContext(1, RoundingMode.HALF_EVEN);

    private EcmaNumber() {}

    /**
     * The shortest decimal that reads back as the same double: {@code 1}, {@code 0.1}, {@code
     * 1e+21}, {@code 5e-7}.
     */
    public static String toString(double value) {
        if (value == Math.rint(value) && Math.abs(value) <= EXACT_INTEGERS) {
            return Long.toString((long) value);
        }
        if (Math.abs(value) >= 1e-3 && Math.abs(value) < 1e7) {
            return Double.toString(value);
        }
        BigDecimal shortest = shortest(Math.abs(value));
        String digits = shortest.unscaledValue().toString();
        int point = digits.length() - shortest.scale();
        String sign = value < 0 ? "-" : "";
        return sign + place(digits, point);
    }

    /** Java prefers the nearer of two digits to a single one that would do: {@code 4.9E-324}. */
    private static BigDecimal shortest(double value) {
        BigDecimal digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        if (digits.precision() == 2) {
            BigDecimal single = digits.round(ONE_DIGIT).stripTrailingZeros();
            return single.doubleValue() == value ? single : digits;
        }
        return digits;
    }

    private static String place(String digits, int point) {
        int count = digits.length();
        if (count <= point && point <= 21) {
            return digits + "0".repeat(point - count);
        }
        if (0 < point && point <= 21) {
            return digits.substring(0, point) + "." + digits.substring(point);
        }
        if (-6 < point && point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        String fraction = count == 1 ? "" : "." + digits.substring(1);
        int exponent = point - 1;
        return digits.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
    }
}
