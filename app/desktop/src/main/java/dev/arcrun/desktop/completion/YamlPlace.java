package dev.arcrun.desktop.completion;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Where a caret stands in block YAML, found out from the lines above it. The text need not be
 * valid: it is being written.
 *
 * @param path member names (texts) and list positions (0) from the document's top to the mapping or
 *     value the caret is in
 * @param role what is being written there
 * @param typed what stands between its start and the caret
 * @param start offset of {@code typed} in the text
 */
record YamlPlace(List<Object> path, Role role, String typed, int start) {

    enum Role {
        /** A member's name in the mapping at {@code path}. */
        KEY,
        /** The value at {@code path}. */
        VALUE,
        /** In a comment, or where nothing can be told. */
        NOWHERE
    }

    YamlPlace {
        path = List.copyOf(path);
    }

    static YamlPlace at(String text, int caret) {
        int lineStart = text.lastIndexOf('\n', caret - 1) + 1;
        String line = text.substring(lineStart, caret);
        if (line.stripLeading().startsWith("#") || line.contains(" #")) {
            return new YamlPlace(List.of(), Role.NOWHERE, "", caret);
        }
        int indent = indentOf(line);
        int from = indent;
        List<Object> own = new ArrayList<>();
        while (line.startsWith("- ", from) || line.substring(from).equals("-")) {
            own.add(0);
            from = Math.min(line.length(), from + 1);
            while (from < line.length() && line.charAt(from) == ' ') {
                from++;
            }
        }
        String rest = line.substring(from);
        List<Object> path = parents(text, lineStart, indent, !own.isEmpty());
        path.addAll(own);
        int colon = keyEnd(rest);
        if (colon >= 0) {
            path.add(unquoted(rest.substring(0, colon)));
            int value = colon + 1;
            while (value < rest.length() && rest.charAt(value) == ' ') {
                value++;
            }
            return new YamlPlace(path, Role.VALUE, rest.substring(value), lineStart + from + value);
        }
        boolean item = !own.isEmpty() || quoted(rest);
        return new YamlPlace(path, item ? Role.VALUE : Role.KEY, rest, lineStart + from);
    }

    /** Names and positions of the mappings and lists around a line of that indentation. */
    private static List<Object> parents(String text, int lineStart, int indent, boolean isItem) {
        List<Object> steps = new ArrayList<>();
        int limit = indent;
        boolean listMayStandHere = isItem;
        for (String line : text.substring(0, lineStart).lines().toList().reversed()) {
            int at = indentOf(line);
            String content = line.substring(at);
            boolean outside = at < limit || (listMayStandHere && at == limit);
            if (content.isEmpty() || content.startsWith("#") || !outside) {
                continue;
            }
            if (content.startsWith("- ")) {
                String inItem = content.substring(2).stripLeading();
                int column = at + content.length() - inItem.length();
                int colon = keyEnd(inItem);
                if (at < limit) {
                    if (colon >= 0 && column < limit && opens(inItem, colon)) {
                        steps.add(unquoted(inItem.substring(0, colon)));
                    }
                    steps.add(0);
                    limit = at;
                    listMayStandHere = true;
                }
                continue;
            }
            int colon = keyEnd(content);
            if (colon >= 0 && opens(content, colon)) {
                steps.add(unquoted(content.substring(0, colon)));
                listMayStandHere = false;
            }
            limit = Math.min(limit, at);
            if (limit == 0 && !listMayStandHere) {
                break;
            }
        }
        Collections.reverse(steps);
        return steps;
    }

    /** Whether what a key holds stands on the lines below it. */
    private static boolean opens(String content, int colon) {
        String after = content.substring(colon + 1).strip();
        return after.isEmpty() || after.startsWith("#") || after.startsWith("&");
    }

    private static int keyEnd(String content) {
        if (content.startsWith("\"") || content.startsWith("'")) {
            int close = content.indexOf(content.charAt(0), 1);
            return close > 0 && content.startsWith(":", close + 1) ? close + 1 : -1;
        }
        int colon = content.indexOf(": ");
        return colon >= 0 ? colon : content.endsWith(":") ? content.length() - 1 : -1;
    }

    private static boolean quoted(String rest) {
        return rest.startsWith("\"") || rest.startsWith("'");
    }

    private static String unquoted(String key) {
        String name = key.strip();
        return name.length() > 1 && quoted(name) ? name.substring(1, name.length() - 1) : name;
    }

    private static int indentOf(String line) {
        int indent = 0;
        while (indent < line.length() && line.charAt(indent) == ' ') {
            indent++;
        }
        return indent;
    }
}
