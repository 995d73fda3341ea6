package dev.arcrun.engine.document.yaml;

import dev.arcrun.engine.document.yaml.YamlNode.Properties;
import org.jspecify.annotations.Nullable;

/** Where a node's parts stand, which the parser's marks alone don't say. */
final class NodeSpans {
    private final SourceText source;

    NodeSpans(SourceText source) {
        this.source = source;
    }

    /** Anchor and tag, in either order, from {@code start} on. */
    Properties properties(int start, @Nullable String anchor, @Nullable String tag) {
        int end = start;
        int left = (anchor == null ? 0 : 1) + (tag == null ? 0 : 1);
        for (int at = start; left > 0 && at < source.length(); left--) {
            at = skipBlanksAndComments(at);
            char c = at < source.length() ? source.charAt(at) : ' ';
            if (c != '&' && c != '!') {
                break;
            }
            end = word(at, c == '&' || !source.text().startsWith("!<", at));
            at = end;
        }
        return new Properties(end, anchor, tag);
    }

    /** Where the node proper starts. */
    int content(Properties properties, int start) {
        boolean none = properties.anchor() == null && properties.tag() == null;
        return none ? start : Math.min(source.length(), skipBlanksAndComments(properties.end()));
    }

    /** Where a value would stand that isn't there. */
    int emptyScalar(Properties properties, int start) {
        if (properties.anchor() != null || properties.tag() != null) {
            return properties.end();
        }
        int at = start;
        while (at > source.bodyStart() && Character.isWhitespace(source.charAt(at - 1))) {
            at--;
        }
        return at < source.lineStart(start) ? at : start;
    }

    private int word(int from, boolean endsAtIndicator) {
        int at = from;
        while (at < source.length()) {
            char c = source.charAt(at);
            if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
                return at;
            }
            if (endsAtIndicator && ",[]{}".indexOf(c) >= 0) {
                return at;
            }
            at++;
        }
        return at;
    }

    int skipBlanksAndComments(int from) {
        int at = from;
        while (at < source.length()) {
            char c = source.charAt(at);
            if (c == '#' && (at == 0 || Character.isWhitespace(source.charAt(at - 1)))) {
                at = source.lineEnd(at);
            } else if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
                at++;
            } else {
                return at;
            }
        }
        return at;
    }

    /**
     * The end of a block scalar: its last line with content, or with {@code +} its last blank line;
     * without the line break.
     */
    int blockScalarEnd(int content, int mark) {
        int header = source.lineEnd(content);
        int at = Math.min(mark, source.length());
        if (at <= header) {
            return header;
        }
        boolean keep = blockHeader(content).indexOf("+") >= 0;
        if (keep) {
            return withoutLineBreak(at, header);
        }
        while (at > header && isBlank(source.charAt(at - 1))) {
            at--;
        }
        return at <= header ? header : Math.max(header, Math.min(source.lineEnd(at), mark));
    }

    /** {@code |2+} and the like, without a comment behind it. */
    String blockHeader(int content) {
        int at = content;
        while (at < source.length() && !Character.isWhitespace(source.charAt(at))) {
            at++;
        }
        return source.text().substring(content, at);
    }

    private int withoutLineBreak(int from, int least) {
        int at = from;
        if (at > least && source.charAt(at - 1) == '\n') {
            at--;
        }
        if (at > least && source.charAt(at - 1) == '\r') {
            at--;
        }
        return at;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }
}
