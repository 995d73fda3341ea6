package dev.arcrun.desktop.json;

import java.util.Collection;
import java.util.List;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/** Colours JSON, also half-written JSON. */
final class JsonTokens {
    private static final String MARKS = "[]{},:";

    private final String text;
    private final StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
    private int at;

    private JsonTokens(String text) {
        this.text = text;
    }

    static StyleSpans<Collection<String>> of(String text) {
        var tokens = new JsonTokens(text);
        while (tokens.at < text.length()) {
            tokens.next();
        }
        return tokens.spans.create();
    }

    private void next() {
        char c = text.charAt(at);
        if (c == '"') {
            int end = endOfString();
            add(end, isKey(end) ? "yaml-key" : "yaml-string");
        } else if (MARKS.indexOf(c) >= 0) {
            add(at + 1, "yaml-punctuation");
        } else if (Character.isLetterOrDigit(c) || c == '-') {
            int end = at + 1;
            while (end < text.length() && isWord(text.charAt(end))) {
                end++;
            }
            add(end, Character.isLetter(c) ? "yaml-constant" : "yaml-number");
        } else {
            spans.add(List.of(), 1);
            at++;
        }
    }

    private void add(int end, String style) {
        spans.add(List.of(style), end - at);
        at = end;
    }

    private int endOfString() {
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != '\n') {
            char c = text.charAt(end++);
            if (c == '"') {
                return end;
            }
            if (c == '\\' && end < text.length()) {
                end++;
            }
        }
        return end;
    }

    private boolean isKey(int end) {
        int next = end;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        return next < text.length() && text.charAt(next) == ':';
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '+';
    }
}
