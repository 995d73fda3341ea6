package dev.arcrun.engine.value;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON text as {@code JSON.stringify} writes it: well-formed, lone surrogates escaped. Open lists
 * and objects are kept on the heap, not on the stack.
 */
public final class JsonWriter {
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private final StringBuilder out = new StringBuilder();
    private final Deque<Open> open = new ArrayDeque<>();
    private final String indent;

    private JsonWriter(String indent) {
        this.indent = indent;
    }

    /** Without any white space. */
    public static String compact(Json value) {
        var writer = new JsonWriter("");
        writer.write(value);
        return writer.out.toString();
    }

    /** With two spaces a level, a line each member. */
    public static String pretty(Json value) {
        var writer = new JsonWriter("  ");
        writer.write(value);
        return writer.out.toString();
    }

    /** A text as a JSON string literal, quotes included. */
    public static String quote(String text) {
        var writer = new JsonWriter("");
        writer.writeText(text);
        return writer.out.toString();
    }

    /** A list or an object of which some is written. */
    private record Open(
            @Nullable Iterator<String> names, Iterator<Json> values, char end, boolean empty) {}

    private void write(Json root) {
        begin(root);
        while (!open.isEmpty()) {
            Open last = open.getLast();
            if (last.values().hasNext()) {
                separate();
                if (last.names() != null) {
                    writeText(last.names().next());
                    out.append(indent.isEmpty() ? ":" : ": ");
                }
                begin(last.values().next());
            } else {
                open.removeLast();
                if (!last.empty()) {
                    newLine();
                }
                out.append(last.end());
            }
        }
    }

    private void begin(Json value) {
        switch (value) {
            case Json.Null() -> out.append("null");
            case Json.Bool(boolean truth) -> out.append(truth);
            case Json.Num(double number) -> out.append(EcmaNumber.toString(number));
            case Json.Str(String text) -> writeText(text);
            case Json.Arr(List<Json> items) -> {
                out.append('[');
                open.addLast(new Open(null, items.iterator(), ']', items.isEmpty()));
            }
            case Json.Obj(Map<String, Json> members) -> {
                out.append('{');
                open.addLast(
                        new Open(
                                members.keySet().iterator(),
                                members.values().iterator(),
                                '}',
                                members.isEmpty()));
            }
        }
    }

    private void separate() {
        char before = out.charAt(out.length() - 1);
        if (before != '[' && before != '{') {
            out.append(',');
        }
        newLine();
    }

    private void newLine() {
        if (!indent.isEmpty()) {
            out.append('\n').repeat(indent, open.size());
        }
    }

    private void writeText(String text) {
        out.append('"');
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            if (!isWrittenAsItIs(text, i)) {
                out.append(text, written, i);
                escape(text.charAt(i));
                written = i + 1;
            }
        }
        out.append(text, written, text.length()).append('"');
    }

    private static boolean isWrittenAsItIs(String text, int i) {
        char c = text.charAt(i);
        return c >= ' '
                && c != '"'
                && c != '\\'
                && !(Character.isSurrogate(c) && isLoneSurrogate(text, i));
    }

    private static boolean isLoneSurrogate(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c)
                && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }

    private void escape(char c) {
        switch (c) {
            case '"', '\\' -> out.append('\\').append(c);
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                out.append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    out.append(HEX[(c >> shift) & 0xf]);
                }
            }
        }
    }
}
