package dev.arcrun.desktop.layout;

import java.util.List;

/**
 * A finished layout, in world units, with its top left corner at 0,0.
 *
 * @param corners top left corner of each node, as in {@link Flow#boxes}
 * @param routes for each link the points it passes, from its source's port to its target's; between
 *     two points it runs level at both ends
 */
public record Drawing(List<Point> corners, List<List<Point>> routes, double width, double height) {

    public record Point(double x, double y) {}

    public Drawing {
        corners = List.copyOf(corners);
        routes = routes.stream().map(List::copyOf).toList();
    }
}
