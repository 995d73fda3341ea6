package dev.arcrun.desktop.graph;

import dev.arcrun.engine.recipe.Relation;

/** How long the words on an edge may be. */
final class EdgeLabel {
    private static final int MOST_CHARACTERS = 26;
    private static final int WORD_CHARACTERS = 8;
    private static final double LATIN_WIDTH = 6.6;
    private static final double WIDE_WIDTH = 12;
    private static final int FIRST_WIDE_CHARACTER = 0x1100;

    private EdgeLabel() {}

    /** Shortened so that it fits between two layers. */
    static String shortened(String detail) {
        int length = detail.codePointCount(0, detail.length());
        return length <= MOST_CHARACTERS
                ? detail
                : detail.substring(0, detail.offsetByCodePoints(0, MOST_CHARACTERS - 1)) + "…";
    }

    /** Width in world units that the label of a relation takes, 0 for none. */
    static double roomFor(Relation relation) {
        if (relation instanceof Relation.Always) {
            return 0;
        }
        double width = WORD_CHARACTERS * LATIN_WIDTH;
        for (int character : shortened(GraphEdge.detailOf(relation)).codePoints().toArray()) {
            width += character < FIRST_WIDE_CHARACTER ? LATIN_WIDTH : WIDE_WIDTH;
        }
        return width;
    }
}
