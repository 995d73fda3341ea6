package dev.arcrun.engine.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Percent-encoded texts. */
final class PercentText {
    private static final Pattern BYTES = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");

    private PercentText() {}

    /** The text with its UTF-8 decoded. A {@code %} that begins no byte stays as it is. */
    static String decoded(String text) {
        return BYTES.matcher(text).replaceAll(PercentText::characters);
    }

    private static String characters(MatchResult bytes) {
        byte[] decoded = HexFormat.of().parseHex(bytes.group().replace("%", ""));
        return Matcher.quoteReplacement(new String(decoded, StandardCharsets.UTF_8));
    }
}
