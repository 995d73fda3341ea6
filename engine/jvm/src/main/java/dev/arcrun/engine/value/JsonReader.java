package dev.arcrun.engine.value;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON text (RFC 8259) as {@code JSON.parse} does: a duplicate member's last value counts,
 * halves of surrogate pairs are characters, nothing may follow the value. Unlike there, a number
 * too large for a double is refused. Open lists and objects are kept on the heap, not on the stack.
 */
public final class JsonReader {
    /** Deeper nesting than this is refused. */
    public static final int MAX_DEPTH = 500;

    private static final int END = -1;

    private final String text;
    private final int maxDepth;
    private final Deque<Open> open = new ArrayDeque<>();
    private int at;

    private JsonReader(String text, int maxDepth) {
        this.text = text;
        this.maxDepth = maxDepth;
    }

    /**
     * Reads text from anywhere.
     *
     * @throws JsonSyntaxException when the text is not one JSON value, with line and column (from
     *     1)
     */
    public static Json read(String text) {
        return read(text, MAX_DEPTH);
    }

    /**
     * Reads text that may be nested more or less deeply than others' may: records of ours put
     * others' values into values of ours.
     *
     * @throws JsonSyntaxException when the text is not one JSON value, with line and column (from
     *     1)
     */
    public static Json read(String text, int maxDepth) {
        return new JsonReader(text, maxDepth).document();
    }

    private Json document() {
        while (true) {
            Json value = begin();
            while (value != null) {
                if (open.isEmpty()) {
                    if (next() != END) {
                        throw error("text follows the JSON value");
                    }
                    return value;
                }
                value = add(value);
            }
        }
    }

    /** A list or an object with some of its content. */
    private static final class Open {
        private final @Nullable List<Json> items;
        private final Map<String, Json> members;
        private String name = "";

        Open(@Nullable List<Json> items) {
            this.items = items;
            this.members = items == null ? new LinkedHashMap<>() : Map.of();
        }
    }

    /** Reads a value that has no content, or the start of one that has and gives null. */
    private @Nullable Json begin() {
        int c = next();
        return switch (c) {
            case '{' -> beginObject();
            case '[' -> beginArray();
            case '"' -> new Json.Str(string());
            case 't' -> word("true", Json.TRUE);
            case 'f' -> word("false", Json.FALSE);
            case 'n' -> word("null", Json.NULL);
            case END -> throw error(at == 0 ? "there is no JSON value" : "a value is missing");
            default -> number();
        };
    }

    private @Nullable Json beginArray() {
        enter();
        if (next() == ']') {
            at++;
            return new Json.Arr(List.of());
        }
        open.addLast(new Open(new ArrayList<>()));
        return null;
    }

    private @Nullable Json beginObject() {
        enter();
        if (next() == '}') {
            at++;
            return Json.Obj.EMPTY;
        }
        var object = new Open(null);
        open.addLast(object);
        object.name = name();
        return null;
    }

    private void enter() {
        if (open.size() == maxDepth) {
            throw error("lists and objects inside each other more than " + maxDepth + " deep");
        }
        at++;
    }

    /** Puts a value where it belongs; gives what it completes, or null while more follows. */
    private @Nullable Json add(Json value) {
        Open into = open.getLast();
        if (into.items != null) {
            into.items.add(value);
        } else {
            into.members.put(into.name, value);
        }
        int c = next();
        if (c == ',') {
            at++;
            if (into.items == null) {
                into.name = name();
            }
            return null;
        }
        if (c != (into.items == null ? '}' : ']')) {
            throw error(into.items == null ? "`,` or `}` is missing" : "`,` or `]` is missing");
        }
        at++;
        open.removeLast();
        return into.items == null ? new Json.Obj(into.members) : new Json.Arr(into.items);
    }

    private String name() {
        if (next() != '"') {
            throw error("a name in double quotes is missing");
        }
        String name = string();
        if (next() != ':') {
            throw error("`:` is missing");
        }
        at++;
        return name;
    }

    private Json word(String word, Json value) {
        if (!text.startsWith(word, at)) {
            throw error("this is no JSON value");
        }
        at += word.length();
        return value;
    }

    private Json number() {
        int end = JsonNumber.end(text, at);
        if (end == at) {
            throw error("this is no JSON value");
        }
        double number = Double.parseDouble(text.substring(at, end));
        if (Double.isInfinite(number)) {
            throw error("the number is too large");
        }
        at = end;
        return new Json.Num(number);
    }

    private String string() {
        int start = at + 1;
        for (at = start; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                return text.substring(start, at++);
            }
            if (c == '\\') {
                return stringWithEscapes(start);
            }
            if (c < ' ') {
                throw error("a control character in a text must be written as an escape");
            }
        }
        throw error("a text has no closing quote");
    }

    private String stringWithEscapes(int start) {
        var value = new StringBuilder().append(text, start, at);
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                at++;
                return value.toString();
            }
            if (c < ' ') {
                throw error("a control character in a text must be written as an escape");
            }
            value.append(c == '\\' ? escape() : c);
            at++;
        }
        throw error("a text has no closing quote");
    }

    /** The character of the escape here; afterwards its last character is the current one. */
    private char escape() {
        int plain = at + 1 < text.length() ? "\"\\/bfnrt".indexOf(text.charAt(at + 1)) : -1;
        if (plain >= 0) {
            at++;
            return "\"\\/\b\f\n\r\t".charAt(plain);
        }
        if (!text.startsWith("u", at + 1) || at + 6 > text.length()) {
            throw error("this is no escape");
        }
        int code = 0;
        for (int i = at + 2; i < at + 6; i++) {
            char c = text.charAt(i);
            int digit = c < 0x80 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                throw error("this is no escape");
            }
            code = code * 16 + digit;
        }
        at += 5;
        return (char) code;
    }

    /** The next character that isn't white space, which becomes the current one. */
    private int next() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : END;
    }

    private JsonSyntaxException error(String what) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < at; i++) {
            char c = text.charAt(i);
            if (c == '\n' || (c == '\r' && !text.startsWith("\n", i + 1))) {
                line++;
                lineStart = i + 1;
            }
        }
        return new JsonSyntaxException(what, line, at - lineStart + 1);
    }
}
