package dev.arcrun.catalog.contract;

import java.util.LinkedHashMap;
import java.util.Map;

/** What is wrong with the YAML of a contract, in words for its author. */
final class YamlWords {
    /** By a piece of what the parser says. */
    private static final Map<String, String> WORDS = new LinkedHashMap<>();

    static {
        WORDS.put("(TAB)", "a tab can't indent; use spaces.");
        WORDS.put("unexpected end of stream", "a text in quotes has no end.");
        WORDS.put(
                "another document", "a contract is one document; another begins here with `---`.");
        WORDS.put(
                "mapping values are not allowed",
                "there is a second `: ` in the line; put a text that has one in quotes.");
        WORDS.put("could not find expected ':'", "a name needs a colon and a space after it.");
        WORDS.put("expected <block end>", "the indentation doesn't fit the lines above.");
        WORDS.put("expected ',' or '}'", "a map in braces has no end; a `,` or `}` is missing.");
        WORDS.put("expected ',' or ']'", "a list in brackets has no end; a `,` or `]` is missing.");
        WORDS.put("undefined alias", "it refers by `*` to a name that no `&` gives.");
        WORDS.put("special characters are not allowed", "the file holds control characters.");
    }

    private YamlWords() {}

    static String of(String problem) {
        for (Map.Entry<String, String> known : WORDS.entrySet()) {
            if (problem.contains(known.getKey())) {
                return known.getValue();
            }
        }
        return problem.strip() + (problem.strip().endsWith(".") ? "" : ".");
    }
}
