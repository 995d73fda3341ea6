package dev.arcrun.engine.template;

import dev.arcrun.engine.template.Segment.Literal;
import dev.arcrun.engine.template.Segment.Reference;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonReader;
import dev.arcrun.engine.value.JsonSyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Splits a text into literals and references. */
final class TemplateParser {
    private static final String OPEN = "{{";
    private static final String CLOSE = "}}";
    private static final String ESCAPED_OPEN = "{{{{";

    private final String text;
    private final List<Segment> segments = new ArrayList<>();
    private final List<Template.Unread> unread = new ArrayList<>();
    private final StringBuilder literal = new StringBuilder();

    TemplateParser(String text) {
        this.text = text;
    }

    List<Segment> parse() {
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf(OPEN, at);
            if (open < 0) {
                literal.append(text, at, text.length());
                break;
            }
            literal.append(text, at, open);
            at = readAt(open);
        }
        endLiteral();
        return segments;
    }

    /** Reads what starts with two braces; gives the place to go on from. */
    private int readAt(int open) {
        if (text.startsWith(ESCAPED_OPEN, open)) {
            literal.append(OPEN);
            return open + ESCAPED_OPEN.length();
        }
        Reference reference = reference(open);
        if (reference == null) {
            noteUnread(open);
            literal.append('{');
            return open + 1;
        }
        endLiteral();
        segments.add(reference);
        return reference.end();
    }

    List<Template.Unread> unread() {
        return unread;
    }

    /** Notes what is closed in the same line, before other braces open. */
    private void noteUnread(int open) {
        for (int i = open + OPEN.length(); i < text.length(); i++) {
            char c = text.charAt(i);
            if (text.startsWith(CLOSE, i)) {
                unread.add(new Template.Unread(open, i + CLOSE.length()));
                return;
            }
            if (c == '{' || c == '\n') {
                return;
            }
        }
    }

    private @Nullable Reference reference(int open) {
        var reader = new PathReader(text, Characters.endOfSpaces(text, open + OPEN.length()), true);
        ReferencePath path = reader.read();
        if (path == null) {
            return null;
        }
        int after = Characters.endOfSpaces(text, reader.end());
        if (text.startsWith(CLOSE, after)) {
            return new Reference(path, null, open, after + CLOSE.length());
        }
        if (!text.startsWith("??", after)) {
            return null;
        }
        int start = after + 2;
        int end = endOfDefault(start);
        Json value = end < 0 ? null : json(text.substring(start, end));
        return value == null ? null : new Reference(path, value, open, end + CLOSE.length());
    }

    /**
     * The place of the braces that close the reference: outside strings and brackets. Braces that
     * open another reference, or an escape, outside a string can't be JSON: giving up there keeps
     * reading linear.
     */
    private int endOfDefault(int start) {
        int depth = 0;
        boolean inString = false;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (inString) {
                if (c == '\\') {
                    i++;
                } else if (c == '"') {
                    inString = false;
                }
            } else if (c == '\\' || text.startsWith(OPEN, i)) {
                return -1;
            } else if (c == '"') {
                inString = true;
            } else if (c == '[' || c == '{') {
                depth++;
            } else if (depth == 0 && text.startsWith(CLOSE, i)) {
                return i;
            } else if (c == ']' || c == '}') {
                depth--;
            }
        }
        return -1;
    }

    private static @Nullable Json json(String literal) {
        try {
            return JsonReader.read(trim(literal));
        } catch (JsonSyntaxException notJson) {
            return null;
        }
    }

    private static String trim(String literal) {
        int start = Characters.endOfSpaces(literal, 0);
        int end = literal.length();
        while (end > start && Characters.isSpace(literal.charAt(end - 1))) {
            end--;
        }
        return literal.substring(start, end);
    }

    private void endLiteral() {
        if (!literal.isEmpty()) {
            segments.add(new Literal(literal.toString()));
            literal.setLength(0);
        }
    }
}
