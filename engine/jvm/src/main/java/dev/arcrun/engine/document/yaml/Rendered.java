package dev.arcrun.engine.document.yaml;

/**
 * A value as text: what stands behind the key or dash, and the lines below, each with its line
 * break before it. A comment may stand between the two.
 */
record Rendered(String inline, String body) {

    static Rendered inline(String text) {
        return new Rendered(text, "");
    }

    /** Splits a text at its first line break. */
    static Rendered of(String text) {
        int end = text.indexOf('\n');
        if (end < 0) {
            return inline(text);
        }
        int inlineEnd = end > 0 && text.charAt(end - 1) == '\r' ? end - 1 : end;
        return new Rendered(text.substring(0, inlineEnd), text.substring(inlineEnd));
    }

    /** Behind a colon or dash. */
    String behind(String indicator, String gap) {
        return indicator + (inline.isEmpty() ? "" : gap + inline) + body;
    }
}
