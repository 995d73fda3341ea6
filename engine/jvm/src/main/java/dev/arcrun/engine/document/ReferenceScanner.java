package dev.arcrun.engine.document;

import dev.arcrun.engine.recipe.Names;

/** Finds templates as RECIPE.md, section 4, has them; what isn't one is plain text. */
final class ReferenceScanner {
    private ReferenceScanner() {}

    /** Where the template that starts at {@code start} ends; -1 where none does. */
    static int templateEnd(String text, int start) {
        int at = skipSpaces(text, start + 2);
        int name = nameEnd(text, at);
        if (name == at) {
            return -1;
        }
        at = pathEnd(text, name);
        at = skipSpaces(text, at);
        if (text.startsWith("??", at)) {
            at = skipSpaces(text, literalEnd(text, skipSpaces(text, at + 2)));
        }
        return text.startsWith("}}", at) ? at + 2 : -1;
    }

    private static int pathEnd(String text, int from) {
        int at = from;
        while (at < text.length()) {
            if (text.charAt(at) == '.') {
                int end = nameEnd(text, at + 1);
                if (end == at + 1) {
                    return at;
                }
                at = end;
            } else if (text.charAt(at) == '[') {
                int end = bracketEnd(text, at);
                if (end < 0) {
                    return at;
                }
                at = end;
            } else {
                return at;
            }
        }
        return at;
    }

    private static int bracketEnd(String text, int from) {
        int at = from + 1;
        if (at < text.length() && text.charAt(at) == '"') {
            at = quotedEnd(text, at);
        } else {
            while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                at++;
            }
        }
        return at > from + 1 && text.startsWith("]", at) ? at + 1 : -1;
    }

    /** A JSON literal; lists and objects with what is in them. */
    private static int literalEnd(String text, int from) {
        int depth = 0;
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                at = quotedEnd(text, at);
                continue;
            }
            if (c == '{' || c == '[') {
                depth++;
            } else if (c == '}' || c == ']') {
                if (depth == 0) {
                    return at;
                }
                depth--;
            }
            at++;
        }
        return at;
    }

    /** Behind the closing quote; the end of the text where there is none. */
    static int quotedEnd(String text, int from) {
        char quote = text.charAt(from);
        for (int at = from + 1; at < text.length(); at++) {
            if (text.charAt(at) == '\\') {
                at++;
            } else if (text.charAt(at) == quote) {
                return at + 1;
            }
        }
        return text.length();
    }

    static int skipSpaces(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    static int nameEnd(String text, int from) {
        int at = from;
        while (at < text.length() && Names.isPart(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }
}
