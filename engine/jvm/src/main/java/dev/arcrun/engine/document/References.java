package dev.arcrun.engine.document;

/** Rewrites what a text says about a node when the node gets another name. */
interface References {
    /** A template: {@code {{name…}}}. */
    String inTemplate(String text);

    /** A condition: bare paths. */
    String inExpression(String text);

    /** A path: {@code name.data.items}. */
    String inPath(String text);
}
