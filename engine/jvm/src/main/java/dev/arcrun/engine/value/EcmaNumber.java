package dev.arcrun.engine.value;

import java.math.BigDecimal;

/** Numbers as text the way ECMAScript writes them (ECMA-262, Number::toString, radix 10). */
public final class EcmaNumber {
    private static final double EXACT_INTEGERS = 9_007_199_254_740_992.0;

    private EcmaNumber() {}

    /**
     * The shortest decimal that reads back as the same double: {@code 1}, {@code 0.1}, {@code
     * 1e+21}, {@code 5e-7}.
     */
    public static String toString(double value) {
        if (value == Math.rint(value) && Math.abs(value) <= EXACT_INTEGERS) {
            return Long.toString((long) value);
        }
        BigDecimal shortest = new BigDecimal(Double.toString(Math.abs(value))).stripTrailingZeros();
        String digits = shortest.unscaledValue().toString();
        int point = digits.length() - shortest.scale();
        String sign = value < 0 ? "-" : "";
        return sign + place(digits, point);
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
