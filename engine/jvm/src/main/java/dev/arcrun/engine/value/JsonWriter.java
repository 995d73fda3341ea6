package dev.arcrun.engine.value;

import java.util.Map;

/** JSON text as {@code JSON.stringify} writes it: well-formed, lone surrogates escaped. */
public final class JsonWriter {
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private final StringBuilder out = new StringBuilder();
    private final String indent;

    private JsonWriter(String indent) {
        this.indent = indent;
    }

    /** Without any white space. */
    public static String compact(Json value) {
        var writer = new JsonWriter("");
        writer.write(value, 0);
        return writer.out.toString();
    }

    /** With two spaces a level, a line each member. */
    public static String pretty(Json value) {
        var writer = new JsonWriter("  ");
        writer.write(value, 0);
        return writer.out.toString();
    }

    /** A text as a JSON string literal, quotes included. */
    public static String quote(String text) {
        var writer = new JsonWriter("");
        writer.writeText(text);
        return writer.out.toString();
    }

    private void write(Json value, int level) {
        switch (value) {
            case Json.Null() -> out.append("null");
            case Json.Bool(boolean truth) -> out.append(truth);
            case Json.Num(double number) -> out.append(EcmaNumber.toString(number));
            case Json.Str(String text) -> writeText(text);
            case Json.Arr array -> writeArray(array, level);
            case Json.Obj object -> writeObject(object, level);
        }
    }

    private void writeArray(Json.Arr array, int level) {
        out.append('[');
        boolean first = true;
        for (Json item : array.items()) {
            separate(first, level + 1);
            write(item, level + 1);
            first = false;
        }
        close(first, level, ']');
    }

    private void writeObject(Json.Obj object, int level) {
        out.append('{');
        boolean first = true;
        for (Map.Entry<String, Json> member : object.members().entrySet()) {
            separate(first, level + 1);
            writeText(member.getKey());
            out.append(indent.isEmpty() ? ":" : ": ");
            write(member.getValue(), level + 1);
            first = false;
        }
        close(first, level, '}');
    }

    private void separate(boolean first, int level) {
        if (!first) {
            out.append(',');
        }
        newLine(level);
    }

    private void close(boolean empty, int level, char end) {
        if (!empty) {
            newLine(level);
        }
        out.append(end);
    }

    private void newLine(int level) {
        if (!indent.isEmpty()) {
            out.append('\n').repeat(indent, level);
        }
    }

    private void writeText(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ' || isLoneSurrogate(text, i)) {
                        escape(c);
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
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
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(HEX[(c >> shift) & 0xf]);
        }
    }
}
