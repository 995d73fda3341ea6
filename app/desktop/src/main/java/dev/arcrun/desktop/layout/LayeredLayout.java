package dev.arcrun.desktop.layout;

import dev.arcrun.desktop.layout.Drawing.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Draws a flow in layers from left to right (after Sugiyama): layers by longest path, few
 * crossings, straight chains. Parts that aren't connected stand below each other. The same flow
 * gives the same drawing.
 */
public final class LayeredLayout {
    private static final double ROW_GAP = 32;
    private static final double COMPONENT_GAP = 40;

    private LayeredLayout() {}

    public static Drawing draw(Flow flow) {
        var corners = new Point[flow.boxes().size()];
        var routes = new ArrayList<List<Point>>(flow.links().size());
        flow.links().forEach(link -> routes.add(List.of()));
        double width = 0;
        double top = 0;
        for (Component component : Component.of(flow)) {
            Drawing part = drawConnected(component.flow());
            for (int i = 0; i < component.nodes().length; i++) {
                corners[component.nodes()[i]] = down(part.corners().get(i), top);
            }
            for (int i = 0; i < component.links().length; i++) {
                double offset = top;
                routes.set(
                        component.links()[i],
                        part.routes().get(i).stream().map(point -> down(point, offset)).toList());
            }
            width = Math.max(width, part.width());
            top += part.height() + COMPONENT_GAP;
        }
        return new Drawing(Arrays.asList(corners), routes, width, Math.max(0, top - COMPONENT_GAP));
    }

    private static Point down(Point point, double by) {
        return new Point(point.x(), point.y() + by);
    }

    private static Drawing drawConnected(Flow flow) {
        int nodes = flow.boxes().size();
        var layers = new Layers(nodes, flow.links());
        Lanes lanes = Lanes.of(nodes, flow.links(), layers);
        int[][] columns = CrossingReduction.order(lanes);
        double[] heights = new double[lanes.items()];
        for (int item = 0; item < heights.length; item++) {
            heights[item] = (lanes.isNode(item) ? flow.boxes().get(item).height() : 0) + ROW_GAP;
        }
        double[] centre = VerticalPlacement.centres(lanes, columns, heights);
        double top = Double.POSITIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (int item = 0; item < heights.length; item++) {
            double half = (heights[item] - ROW_GAP) / 2;
            top = Math.min(top, centre[item] - half);
            bottom = Math.max(bottom, centre[item] + half);
        }
        for (int item = 0; item < centre.length; item++) {
            centre[item] -= top;
        }
        Columns grid = Columns.of(flow, lanes);
        var corners = new ArrayList<Point>(nodes);
        for (int node = 0; node < nodes; node++) {
            double height = flow.boxes().get(node).height();
            corners.add(new Point(grid.left()[lanes.layer()[node]], centre[node] - height / 2));
        }
        return new Drawing(
                corners, Routes.of(flow, lanes, layers, grid, centre), grid.width(), bottom - top);
    }
}
