package dev.arcrun.desktop.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Collects the tokens of one line, from left to right. */
final class LineScan {
    private static final Pattern NUMBER =
            Pattern.compile(
                    "[-+]?(\\.\\d+|\\d+(\\.\\d*)?)([eE][-+]?\\d+)?|0x[0-9a-fA-F]+|0o[0-7]+");
    private static final Pattern CONSTANT =
            Pattern.compile("true|True|TRUE|false|False|FALSE|null|Null|NULL|~");
    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{(?!\\{).*?}}");
    private static final String ARROW = ">>";
    private static final String FLOW_MARKS = "[]{},";

    private final String line;
    private final List<Token> tokens = new ArrayList<>();
    private boolean open;
    private char quote;

    LineScan(String line) {
        this.line = line;
    }

    List<Token> tokens() {
        return List.copyOf(tokens);
    }

    /** Whether a quoted text goes on in the next line. */
    boolean quoteStaysOpen() {
        return open;
    }

    char quote() {
        return quote;
    }

    void add(int start, int end, Token.Kind kind) {
        if (start < end) {
            tokens.add(new Token(start, end, kind));
        }
    }

    /** A value: scalars, flow lists and maps, then perhaps a comment. */
    void value(int from) {
        int at = from;
        while (at < line.length()) {
            char c = line.charAt(at);
            if (c == ' ' || c == '\t' || c == '\r') {
                at++;
            } else if (c == '#' && (at == 0 || Character.isWhitespace(line.charAt(at - 1)))) {
                add(at, line.length(), Token.Kind.COMMENT);
                return;
            } else if (c == '"' || c == '\'') {
                at = quoted(at, c, true);
            } else if (c == ':' && (at + 1 == line.length() || line.charAt(at + 1) == ' ')) {
                add(at, at + 1, Token.Kind.PUNCTUATION);
                at++;
            } else if (FLOW_MARKS.indexOf(c) >= 0 && !line.startsWith("{{", at)) {
                add(at, at + 1, Token.Kind.PUNCTUATION);
                at++;
            } else {
                at = plain(at);
            }
        }
    }

    /**
     * A quoted text.
     *
     * @param opening whether its opening quote stands at {@code from}; else it began earlier
     * @return where it ends
     */
    int quoted(int from, char mark, boolean opening) {
        quote = mark;
        int at = opening ? from + 1 : from;
        open = true;
        while (at < line.length()) {
            char c = line.charAt(at++);
            if (c == '\\' && mark == '"') {
                at++;
            } else if (c == mark) {
                if (mark == '\'' && at < line.length() && line.charAt(at) == mark) {
                    at++;
                } else {
                    open = false;
                    break;
                }
            }
        }
        int end = Math.min(at, line.length());
        int next = end;
        while (next < line.length() && line.charAt(next) == ' ') {
            next++;
        }
        boolean key = next < line.length() && line.charAt(next) == ':';
        text(from, end, key ? Token.Kind.KEY : Token.Kind.STRING);
        return end;
    }

    private int plain(int from) {
        int end = from;
        boolean inFlow = insideFlow();
        while (end < line.length()) {
            if (line.startsWith("{{", end)) {
                int close = line.indexOf("}}", end);
                end = close < 0 ? line.length() : close + 2;
                continue;
            }
            char c = line.charAt(end);
            boolean comment = c == '#' && end > from && line.charAt(end - 1) == ' ';
            boolean mark = inFlow && FLOW_MARKS.indexOf(c) >= 0;
            boolean key =
                    inFlow && c == ':' && (end + 1 == line.length() || line.charAt(end + 1) == ' ');
            if (key) {
                add(from, end, Token.Kind.KEY);
                add(end, end + 1, Token.Kind.PUNCTUATION);
                return end + 1;
            }
            if (comment || mark) {
                break;
            }
            end++;
        }
        int last = end;
        while (last > from && Character.isWhitespace(line.charAt(last - 1))) {
            last--;
        }
        String scalar = line.substring(from, last);
        if (NUMBER.matcher(scalar).matches()) {
            add(from, last, Token.Kind.NUMBER);
        } else if (CONSTANT.matcher(scalar).matches()) {
            add(from, last, Token.Kind.CONSTANT);
        } else {
            text(from, last, Token.Kind.STRING);
        }
        return Math.max(end, from + 1);
    }

    private boolean insideFlow() {
        int depth = 0;
        for (Token token : tokens) {
            if (token.kind() == Token.Kind.PUNCTUATION) {
                char c = line.charAt(token.start());
                depth += c == '[' || c == '{' ? 1 : 0;
                depth -= c == ']' || c == '}' ? 1 : 0;
            }
        }
        return depth > 0;
    }

    /** Text in which templates and the parts of a triplet stand out. */
    void text(int from, int to, Token.Kind kind) {
        int first = line.indexOf(ARROW, from);
        int second = first < 0 ? -1 : line.indexOf(ARROW, first + ARROW.length());
        if (kind == Token.Kind.STRING && second >= 0 && second < to) {
            templates(from, first, Token.Kind.NODE);
            add(first, first + ARROW.length(), Token.Kind.PUNCTUATION);
            templates(first + ARROW.length(), second, Token.Kind.RELATION);
            add(second, second + ARROW.length(), Token.Kind.PUNCTUATION);
            templates(second + ARROW.length(), to, Token.Kind.NODE);
        } else {
            templates(from, to, kind);
        }
    }

    private void templates(int from, int to, Token.Kind kind) {
        Matcher template = TEMPLATE.matcher(line).region(from, to);
        int at = from;
        while (template.find()) {
            add(at, template.start(), kind);
            add(template.start(), template.end(), Token.Kind.TEMPLATE);
            at = template.end();
        }
        add(at, to, kind);
    }
}
