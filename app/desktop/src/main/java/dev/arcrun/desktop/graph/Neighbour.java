package dev.arcrun.desktop.graph;

import org.jspecify.annotations.Nullable;

/** Finds the node next to another in the picture. */
final class Neighbour {
    private static final double ASIDE_WEIGHT = 2.5;

    private Neighbour() {}

    static @Nullable GraphNode of(
            GraphPicture picture, @Nullable GraphNode from, Direction direction) {
        if (from == null) {
            return picture.nodes().isEmpty() ? null : picture.nodes().getFirst();
        }
        GraphNode nearest = null;
        double least = Double.POSITIVE_INFINITY;
        for (GraphNode node : picture.nodes()) {
            double dx = node.centreX() - from.centreX();
            double dy = node.centreY() - from.centreY();
            double ahead = dx * direction.x + dy * direction.y;
            double aside = Math.abs(dx * direction.y) + Math.abs(dy * direction.x);
            double far = ahead + ASIDE_WEIGHT * aside;
            if (ahead > 1 && far < least) {
                least = far;
                nearest = node;
            }
        }
        return nearest;
    }
}
