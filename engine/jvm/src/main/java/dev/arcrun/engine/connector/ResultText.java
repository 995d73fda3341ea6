package dev.arcrun.engine.connector;

import dev.arcrun.engine.template.ReferencePath;
import dev.arcrun.engine.template.Scope;
import dev.arcrun.engine.value.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a result's text stands in the answer, and what is cut off it.
 *
 * @param path to a text, number or boolean, or to a list of parts
 * @param lastPart the text is that of the list's last part; parts with {@code thought: true} don't
 *     count
 * @param cut whether white space and what follows here is cut off
 * @param after only what stands after its last occurrence counts, or null
 * @param stripPrefixes taken off the beginning, again and again
 */
public record ResultText(
        ReferencePath path,
        boolean lastPart,
        boolean cut,
        @Nullable String after,
        List<String> stripPrefixes) {
    /** White space and line ends of ECMAScript. */
    private static final String SPACES =
            "\t\n\u000B\f\r \u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009"
                    + "\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF";

    public ResultText {
        stripPrefixes = List.copyOf(stripPrefixes);
    }

    /** The text at a path as it is. */
    static ResultText at(ReferencePath path) {
        return new ResultText(path, false, false, null, List.of());
    }

    @Nullable String in(Scope scope) {
        Json value = path.in(scope);
        if (lastPart && value instanceof Json.Arr(List<Json> parts)) {
            value = last(parts);
        }
        return switch (value) {
            case Json.Str(String text) -> cut ? cutOff(text) : text;
            case Json.Num number -> Filling.asText(number);
            case Json.Bool truth -> Filling.asText(truth);
            case Json.Arr _, Json.Obj _, Json.Null _ -> null;
            case null -> null;
        };
    }

    private static @Nullable Json last(List<Json> parts) {
        return parts.reversed().stream()
                .filter(part ->
                        !(part instanceof Json.Obj it && Json.TRUE.equals(it.get("thought"))))
                .findFirst()
                .map(part -> part instanceof Json.Obj it ? it.get("text") : part)
                .orElse(null);
    }

    private String cutOff(String text) {
        int start = 0;
        if (after != null && text.lastIndexOf(after) >= 0) {
            start = text.lastIndexOf(after) + after.length();
        }
        int before;
        do {
            before = start;
            start = afterSpaces(text, start);
            for (String prefix : stripPrefixes) {
                start += text.startsWith(prefix, start) ? prefix.length() : 0;
            }
        } while (start > before);
        int end = text.length();
        while (end > start && isSpace(text, end - 1)) {
            end--;
        }
        return text.substring(start, end);
    }

    private static int afterSpaces(String text, int from) {
        int start = from;
        while (start < text.length() && isSpace(text, start)) {
            start++;
        }
        return start;
    }

    private static boolean isSpace(String text, int index) {
        return SPACES.indexOf(text.charAt(index)) >= 0;
    }
}
