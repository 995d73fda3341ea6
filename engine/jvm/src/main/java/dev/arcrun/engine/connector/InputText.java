package dev.arcrun.engine.connector;

import dev.arcrun.engine.value.JsonWriter;
import java.util.regex.Pattern;

/** Texts from outside, as they may be looked at and shown. */
final class InputText {
    private static final Pattern PLACEHOLDER = Pattern.compile("«credential:[^«»]*»");
    private static final int SHOWN = 80;

    private InputText() {}

    /** With the stand-ins of credentials taken out; their values are checked when they come in. */
    static String withoutPlaceholders(String text) {
        return PLACEHOLDER.matcher(text).replaceAll("");
    }

    /** In quotation marks, control characters escaped, not too long. */
    static String quoted(String text) {
        return JsonWriter.quote(text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…");
    }
}
