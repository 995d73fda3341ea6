package dev.arcrun.desktop.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what to colour in a recipe, line by line. Only for the eye: it never fails and may be wrong
 * about rare YAML; the document room is what decides.
 */
final class YamlTokenizer {
    private static final Pattern KEY =
            Pattern.compile(
                    "([^\\s#\\-\\[\\]{},&*!|>%@`\"'][^#:]*?" + "|-[^\\s#:][^#:]*?)\\s*:(?=\\s|$)");
    private static final Pattern BLOCK_HEADER = Pattern.compile("[|>][+\\-0-9]*\\s*(#.*)?$");

    private static final int NO_BLOCK = -1;

    private final List<List<Token>> lines = new ArrayList<>();
    private int blockIndent = NO_BLOCK;
    private char openQuote;

    private YamlTokenizer() {}

    /** The tokens of each line, in order, not overlapping. */
    static List<List<Token>> tokens(String text) {
        var tokenizer = new YamlTokenizer();
        for (String line : text.split("\n", -1)) {
            tokenizer.lines.add(tokenizer.line(line));
        }
        return tokenizer.lines;
    }

    private List<Token> line(String line) {
        var scan = new LineScan(line);
        int indent = indentOf(line);
        if (blockIndent != NO_BLOCK) {
            if (indent == line.length() || indent > blockIndent) {
                scan.text(indent, line.length(), Token.Kind.STRING);
                return scan.tokens();
            }
            blockIndent = NO_BLOCK;
        }
        if (openQuote != 0) {
            int end = scan.quoted(0, openQuote, false);
            openQuote = scan.quoteStaysOpen() ? openQuote : 0;
            scan.value(end);
            return scan.tokens();
        }
        content(line, indent, scan);
        return scan.tokens();
    }

    private void content(String line, int indent, LineScan scan) {
        int at = indent;
        int owner = indent;
        while (at < line.length()
                && line.charAt(at) == '-'
                && (at + 1 == line.length() || line.charAt(at + 1) == ' ')) {
            scan.add(at, at + 1, Token.Kind.PUNCTUATION);
            owner = at;
            at++;
            while (at < line.length() && line.charAt(at) == ' ') {
                at++;
            }
        }
        Matcher key = KEY.matcher(line).region(at, line.length());
        if (key.lookingAt()) {
            owner = at;
            scan.add(key.start(1), key.end(1), Token.Kind.KEY);
            scan.add(key.end() - 1, key.end(), Token.Kind.PUNCTUATION);
            at = key.end();
        }
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        if (BLOCK_HEADER.matcher(line).region(at, line.length()).lookingAt()) {
            scan.add(at, at + 1, Token.Kind.PUNCTUATION);
            blockIndent = owner;
            scan.value(at + 1);
            return;
        }
        scan.value(at);
        openQuote = scan.quoteStaysOpen() ? scan.quote() : 0;
    }

    private static int indentOf(String line) {
        int indent = 0;
        while (indent < line.length() && line.charAt(indent) == ' ') {
            indent++;
        }
        return indent;
    }
}
