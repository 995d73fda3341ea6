package dev.arcrun.engine.validate;

import java.util.Arrays;
import java.util.List;

/**
 * What a problem says, before it is put into words.
 *
 * @param code the problem's code
 * @param variant which of the code's sentences; empty for the only one
 * @param details what the sentence names, in order; a long one is cut
 */
record Message(String code, String variant, List<String> details) {
    private static final int LONGEST_DETAIL = 120;

    static Message of(String code, String variant, Object... details) {
        return new Message(
                code, variant, Arrays.stream(details).map(it -> cut(it.toString())).toList());
    }

    /** Its key in the bundles. */
    String key() {
        return variant.isEmpty() ? code : code + "." + variant;
    }

    private static String cut(String detail) {
        return detail.length() <= LONGEST_DETAIL
                ? detail
                : detail.substring(0, LONGEST_DETAIL) + "…";
    }
}
