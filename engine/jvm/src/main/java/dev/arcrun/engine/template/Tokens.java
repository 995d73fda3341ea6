package dev.arcrun.engine.template;

import dev.arcrun.engine.template.Token.Kind;
import dev.arcrun.engine.value.JsonNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Splits an expression into its words. */
final class Tokens {
    private static final Set<String> KEYWORDS =
            Set.of("or", "and", "not", "contains", "in", "matches", "true", "false", "null");
    private static final List<String> SIGNS =
            List.of(
                    "===", "!==", "||", "&&", "==", "!=", "<=", ">=", "<", ">", "!", "(", ")", "[",
                    "]", ",");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Tokens(String text) {
        this.text = text;
    }

    /** The last one is the end. */
    static List<Token> of(String text) {
        var reader = new Tokens(text);
        reader.read();
        return reader.tokens;
    }

    private void read() {
        for (skip(); at < text.length(); skip()) {
            tokens.add(next());
            at = tokens.getLast().end();
        }
        tokens.add(new Token(Kind.END, "", at, at));
    }

    private void skip() {
        at = Characters.endOfSpaces(text, at);
    }

    private Token next() {
        char c = text.charAt(at);
        if (c == '"' || c == '\'') {
            return quoted(c);
        }
        int number = JsonNumber.end(text, at);
        if (number > at && !continuesAsPath(number)) {
            return new Token(Kind.NUMBER, text.substring(at, number), at, number);
        }
        if (Characters.inName(text.codePointAt(at))) {
            return word();
        }
        for (String sign : SIGNS) {
            if (text.startsWith(sign, at)) {
                return new Token(Kind.SIGN, meaning(sign), at, at + sign.length());
            }
        }
        throw new ExpressionException(advice(c), at);
    }

    private boolean continuesAsPath(int end) {
        if (end >= text.length()) {
            return false;
        }
        return Characters.inName(text.codePointAt(end)) || stepFollows(end);
    }

    private boolean stepFollows(int at) {
        return text.startsWith(".", at) && Characters.endOfName(text, at + 1) > at + 1;
    }

    private Token word() {
        int nameEnd = Characters.endOfName(text, at);
        String name = text.substring(at, nameEnd);
        if (KEYWORDS.contains(name) && !stepFollows(nameEnd)) {
            return new Token(Kind.SIGN, name, at, nameEnd);
        }
        var path = new PathReader(text, at, false);
        path.read();
        return new Token(Kind.PATH, text.substring(at, path.end()), at, path.end());
    }

    private Token quoted(char quote) {
        var value = new StringBuilder();
        for (int i = at + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == quote) {
                return new Token(Kind.TEXT, value.toString(), at, i + 1);
            }
            if (c == '\\' && i + 1 < text.length()) {
                i = unescape(i, value);
            } else {
                value.append(c);
            }
        }
        throw new ExpressionException("the text that starts here has no closing " + quote, at);
    }

    /** Escapes of JSON, and both quotes; any other backslash stands for itself, for patterns. */
    private int unescape(int backslash, StringBuilder value) {
        char c = text.charAt(backslash + 1);
        int plain = "\"'\\/bfnrt".indexOf(c);
        if (plain >= 0) {
            value.append("\"'\\/\b\f\n\r\t".charAt(plain));
            return backslash + 1;
        }
        int code = c == 'u' ? hex(backslash + 2) : -1;
        if (code < 0) {
            value.append('\\');
            return backslash;
        }
        value.append((char) code);
        return backslash + 5;
    }

    private int hex(int start) {
        if (start + 4 > text.length()) {
            return -1;
        }
        int code = 0;
        for (int i = start; i < start + 4; i++) {
            char c = text.charAt(i);
            int digit = c < 0x80 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                return -1;
            }
            code = code * 16 + digit;
        }
        return code;
    }

    private static String meaning(String sign) {
        return switch (sign) {
            case "||" -> "or";
            case "&&" -> "and";
            case "!" -> "not";
            case "===" -> "==";
            case "!==" -> "!=";
            default -> sign;
        };
    }

    private String advice(char c) {
        return switch (c) {
            case '=' -> "`=` alone means nothing here; compare with `==`";
            case '&' -> "`&` alone means nothing here; write `and`";
            case '|' -> "`|` alone means nothing here; write `or`";
            case '{' -> "an expression names values without braces: `fetch.data.count > 0`";
            default ->
                    "`%s` means nothing here; put a text in quotes"
                            .formatted(Character.toString(text.codePointAt(at)));
        };
    }
}
