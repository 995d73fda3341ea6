package dev.arcrun.engine.template;

import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonReader;
import dev.arcrun.engine.value.JsonSyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads one path from a place in a text.
 *
 * <p>Spaced, as in templates: names may have inner spaces and anything may stand apart. Unspaced,
 * as in expressions: the first space ends the path.
 */
final class PathReader {
    private final String text;
    private final boolean spaced;
    private int at;
    private int nameEnd;

    PathReader(String text, int at, boolean spaced) {
        this.text = text;
        this.at = at;
        this.spaced = spaced;
    }

    /** Where the path ends, after {@link #read}. */
    int end() {
        return at;
    }

    /** Where the path's name ends, after {@link #read}. */
    int nameEnd() {
        return nameEnd;
    }

    /** The longest path that starts here, or null where none does. */
    @Nullable ReferencePath read() {
        int start = at;
        nameEnd = endOfRoot();
        if (nameEnd == start) {
            return null;
        }
        String name = text.substring(start, nameEnd);
        at = nameEnd;
        List<String> steps = new ArrayList<>();
        for (String step = step(); step != null; step = step()) {
            steps.add(step);
        }
        return new ReferencePath(name, steps);
    }

    private int endOfRoot() {
        int end = Characters.endOfName(text, at);
        while (spaced && end > at) {
            int next = end;
            while (next < text.length() && text.charAt(next) == ' ') {
                next++;
            }
            int wordEnd = Characters.endOfName(text, next);
            if (next == end || wordEnd == next) {
                break;
            }
            end = wordEnd;
        }
        return end;
    }

    private @Nullable String step() {
        int open = gap(at);
        if (open >= text.length()) {
            return null;
        }
        return switch (text.charAt(open)) {
            case '.' -> key(gap(open + 1));
            case '[' -> bracketed(gap(open + 1));
            default -> null;
        };
    }

    private @Nullable String key(int start) {
        int end = Characters.endOfName(text, start);
        if (end == start) {
            return null;
        }
        at = end;
        return text.substring(start, end);
    }

    private @Nullable String bracketed(int start) {
        if (start >= text.length()) {
            return null;
        }
        int end = text.charAt(start) == '"' ? endOfString(start) : endOfDigits(start);
        int close = gap(end);
        if (end == start || close >= text.length() || text.charAt(close) != ']') {
            return null;
        }
        String step = text.charAt(start) == '"' ? unquoted(start, end) : text.substring(start, end);
        if (step != null) {
            at = close + 1;
        }
        return step;
    }

    private int endOfDigits(int start) {
        int end = start;
        while (end < text.length() && Characters.isDigit(text.charAt(end))) {
            end++;
        }
        boolean leadingZero = end - start > 1 && text.charAt(start) == '0';
        return leadingZero ? start : end;
    }

    /** The place after the closing quote, or {@code start} where there is none. */
    private int endOfString(int start) {
        for (int i = start + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                return i + 1;
            } else if (c < ' ') {
                return start;
            }
        }
        return start;
    }

    private @Nullable String unquoted(int start, int end) {
        try {
            return JsonReader.read(text.substring(start, end)) instanceof Json.Str(String key)
                    ? key
                    : null;
        } catch (JsonSyntaxException notJson) {
            return null;
        }
    }

    private int gap(int from) {
        return spaced ? Characters.endOfSpaces(text, from) : from;
    }
}
