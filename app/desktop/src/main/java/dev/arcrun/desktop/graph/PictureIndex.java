package dev.arcrun.desktop.graph;

import dev.arcrun.desktop.graph.GridIndex.Area;
import dev.arcrun.desktop.layout.Drawing.Point;

/** Nodes and edges of a picture by place. Made where the picture is made: off the FX thread. */
record PictureIndex(GridIndex nodes, GridIndex edges) {
    private static final double LINE_MARGIN = 16;

    static PictureIndex of(GraphPicture picture) {
        return new PictureIndex(
                new GridIndex(
                        picture.nodes().stream()
                                .map(n -> new Area(n.x(), n.y(), n.right(), n.bottom()))
                                .toList()),
                new GridIndex(picture.edges().stream().map(PictureIndex::area).toList()));
    }

    private static Area area(GraphEdge edge) {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (Point point : edge.points()) {
            left = Math.min(left, point.x());
            top = Math.min(top, point.y());
            right = Math.max(right, point.x());
            bottom = Math.max(bottom, point.y());
        }
        return new Area(
                left - LINE_MARGIN, top - LINE_MARGIN, right + LINE_MARGIN, bottom + LINE_MARGIN);
    }
}
