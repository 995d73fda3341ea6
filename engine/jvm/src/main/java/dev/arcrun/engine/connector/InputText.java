package dev.arcrun.engine.connector;

import dev.arcrun.engine.value.JsonWriter;
import java.util.regex.Matcher;
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

    /** Changes what stands around the stand-ins of credentials. */
    static String besidePlaceholders(String text, Change change) throws ConnectorFailure {
        var out = new StringBuilder();
        int from = 0;
        Matcher placeholder = PLACEHOLDER.matcher(text);
        while (placeholder.find()) {
            out.append(change.of(text.substring(from, placeholder.start())))
                    .append(placeholder.group());
            from = placeholder.end();
        }
        return out.append(change.of(text.substring(from))).toString();
    }

    /** A text made of another. */
    interface Change {
        String of(String text) throws ConnectorFailure;
    }

    /** In quotation marks, control characters escaped, not too long. */
    static String quoted(String text) {
        return JsonWriter.quote(text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…");
    }
}
