package dev.arcrun.desktop.yaml;

/**
 * A coloured stretch of a line.
 *
 * @param start first character, counted from the start of the line
 * @param end exclusive
 */
record Token(int start, int end, Kind kind) {
    enum Kind {
        COMMENT("yaml-comment"),
        KEY("yaml-key"),
        STRING("yaml-string"),
        NUMBER("yaml-number"),
        CONSTANT("yaml-constant"),
        PUNCTUATION("yaml-punctuation"),
        TEMPLATE("yaml-template"),
        RELATION("yaml-relation"),
        NODE("yaml-node");

        final String styleClass;

        Kind(String styleClass) {
            this.styleClass = styleClass;
        }
    }
}
