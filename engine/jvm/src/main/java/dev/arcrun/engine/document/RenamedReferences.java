package dev.arcrun.engine.document;

import dev.arcrun.engine.recipe.Names;
import java.util.function.UnaryOperator;

/**
 * References to one node under its new name. A template names a node as it is written, or by its id
 * form (lower case, spaces as {@code -}); each follows in its own form where the new name has it.
 * RECIPE.md, sections 2 and 4.
 *
 * @param old the name so far
 * @param oldId its id form, or the name itself where another node has that form as its name
 */
record RenamedReferences(String old, String oldId, String name) implements References {

    private String renamed(String word) {
        String written = Names.isReference(name) ? name : Names.id(name);
        if (word.equals(old)) {
            return written;
        }
        return word.equals(oldId) ? Names.id(name) : word;
    }

    @Override
    public String inTemplate(String text) {
        if (!text.contains("{{")) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            if (text.startsWith("{{{{", at)) {
                out.append("{{{{");
                at += 4;
                continue;
            }
            int end = text.startsWith("{{", at) ? ReferenceScanner.templateEnd(text, at) : -1;
            if (end < 0) {
                out.append(text.charAt(at++));
                continue;
            }
            out.append(replaceFirstName(text.substring(at, end)));
            at = end;
        }
        return out.toString();
    }

    private String replaceFirstName(String template) {
        int start = ReferenceScanner.skipSpaces(template, 2);
        int end = ReferenceScanner.nameEnd(template, start);
        return template.substring(0, start)
                + renamed(template.substring(start, end))
                + template.substring(end);
    }

    @Override
    public String inPath(String text) {
        if (text.contains("{{")) {
            return inTemplate(text);
        }
        int start = ReferenceScanner.skipSpaces(text, 0);
        int end = ReferenceScanner.nameEnd(text, start);
        return text.substring(0, start) + renamed(text.substring(start, end)) + text.substring(end);
    }

    @Override
    public String inExpression(String text) {
        return words(text, this::renamed);
    }

    /** Applies to each word that starts a path: none in quotes, none behind a dot. */
    private static String words(String text, UnaryOperator<String> change) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        char before = ' ';
        while (at < text.length()) {
            char c = text.charAt(at);
            int end = at + 1;
            if (c == '"' || c == '\'') {
                end = ReferenceScanner.quotedEnd(text, at);
                out.append(text, at, end);
            } else if (Names.isPart(text.codePointAt(at))) {
                end = ReferenceScanner.nameEnd(text, at);
                String word = text.substring(at, end);
                out.append(before == '.' ? word : change.apply(word));
            } else {
                out.append(c);
            }
            if (!Character.isWhitespace(c)) {
                before = c;
            }
            at = end;
        }
        return out.toString();
    }
}
