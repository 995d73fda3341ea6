package dev.arcrun.desktop.graph;

/**
 * A node and its place in the world.
 *
 * @param part the part as written, or the node's own name
 * @param x left side
 * @param y top side
 */
public record GraphNode(
        String name, String part, Kind kind, double x, double y, double width, double height) {

    /** What a node is for; decides icon and colour. */
    public enum Kind {
        INPUT,
        OUTPUT,
        LOGIC,
        DATA,
        API,
        CODE,
        AUTH,
        AI,
        TRIGGER,
        RECIPE,
        OTHER
    }

    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }

    public double centreX() {
        return x + width / 2;
    }

    public double centreY() {
        return y + height / 2;
    }
}
