package dev.arcrun.desktop.graph;

/** Names a new node after its part. */
final class NewName {
    private NewName() {}

    /** The part's name, with a number when the recipe has such a node already. */
    static String of(String part, GraphPicture picture) {
        String base = part.replaceAll("[^\\p{L}\\p{N}_-]+", "_").replaceAll("^_+|_+$", "");
        if (base.isEmpty()) {
            base = "node";
        }
        String name = base;
        for (int number = 2; picture.node(name) != null; number++) {
            name = base + "_" + number;
        }
        return name;
    }
}
