package dev.arcrun.desktop.graph;

import dev.arcrun.desktop.layout.Drawing.Point;

/** The cubic curve between two points of a route: level at both ends. */
final class Curve {
    /** Where along its first piece an edge carries its label. */
    static final double LABEL_AT = 0.5;

    private static final double LEAST_REACH = 28;

    private Curve() {}

    /** How far the control points stand from the ends. */
    static double reach(Point from, Point to) {
        return Math.max(LEAST_REACH, Math.abs(to.x() - from.x()) / 2);
    }

    static Point at(Point from, Point to, double t) {
        double reach = reach(from, to);
        double u = 1 - t;
        double near = 3 * u * u * t;
        double far = 3 * u * t * t;
        return new Point(
                u * u * u * from.x()
                        + near * (from.x() + reach)
                        + far * (to.x() - reach)
                        + t * t * t * to.x(),
                (u * u * u + near) * from.y() + (far + t * t * t) * to.y());
    }
}
