package dev.arcrun.desktop.layout;

import dev.arcrun.desktop.layout.Drawing.Point;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The points each link passes: from the right side of its source, level through the layers between,
 * to the left side of its target. Parallel links leave and arrive a little apart.
 */
final class Routes {
    private static final double PARALLEL_GAP = 14;
    private static final double LOOP_REACH = 28;

    private Routes() {}

    static List<List<Point>> of(
            Flow flow, Lanes lanes, Layers layers, Columns grid, double[] centre) {
        Map<Long, Integer> parallels = new HashMap<>();
        for (Flow.Link link : flow.links()) {
            parallels.merge(ends(link), 1, Integer::sum);
        }
        Map<Long, Integer> placed = new HashMap<>();
        var routes = new ArrayList<List<Point>>(flow.links().size());
        for (int i = 0; i < flow.links().size(); i++) {
            Flow.Link link = flow.links().get(i);
            int rank = placed.merge(ends(link), 1, Integer::sum) - 1;
            int siblings = parallels.getOrDefault(ends(link), 1);
            double aside = (rank - (siblings - 1) / 2.0) * PARALLEL_GAP;
            double left = grid.left()[lanes.layer()[link.to()]];
            double right =
                    grid.left()[lanes.layer()[link.from()]] + flow.boxes().get(link.from()).width();
            var start = new Point(right, centre[link.from()] + aside);
            var end = new Point(left, centre[link.to()] + aside);
            if (link.from() == link.to()) {
                routes.add(loop(start, end, flow.boxes().get(link.from()).height()));
                continue;
            }
            var route = new ArrayList<Point>();
            route.add(start);
            int[] bends = lanes.bends()[i];
            for (int step = 0; step < bends.length; step++) {
                boolean back = layers.backward[i];
                int bend = bends[back ? bends.length - 1 - step : step];
                int layer = lanes.layer()[bend];
                var one = new Point(grid.left()[layer], centre[bend]);
                var other = new Point(grid.right()[layer], centre[bend]);
                route.add(back ? other : one);
                route.add(back ? one : other);
            }
            route.add(end);
            routes.add(route);
        }
        return routes;
    }

    private static List<Point> loop(Point start, Point end, double height) {
        double above = start.y() - height / 2 - LOOP_REACH / 2;
        return List.of(
                start,
                new Point(start.x() + LOOP_REACH, above),
                new Point(end.x() - LOOP_REACH, above),
                end);
    }

    private static long ends(Flow.Link link) {
        return ((long) link.from() << 32) | link.to();
    }
}
