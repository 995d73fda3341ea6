package dev.arcrun.desktop.graph;

import dev.arcrun.desktop.graph.GridIndex.Area;
import dev.arcrun.desktop.layout.Drawing.Point;
import dev.arcrun.desktop.run.NodeActivity;
import java.util.Map;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;

/** Paints the whole flow from far away, where cards would cost more than they show. */
final class OverviewCanvas extends Region {
    static final double TITLES_FROM = 0.35;
    private static final double CURVES_FROM = 0.12;
    private static final double LINE_WIDTH = 2;
    private static final double CORNER = 14;
    private static final double TITLE_SIZE = 22;
    private static final double TITLE_INSET = 14;
    private static final double[] DOTS = {2, 4};

    private final Viewport viewport;
    private final GraphColors colors;
    private final Map<String, NodeActivity> activities;
    private final Canvas canvas = new Canvas();
    private GraphPicture picture = GraphPicture.EMPTY;
    private PictureIndex index = PictureIndex.of(GraphPicture.EMPTY);
    private @Nullable String selected;

    OverviewCanvas(Viewport viewport, GraphColors colors, Map<String, NodeActivity> activities) {
        this.viewport = viewport;
        this.colors = colors;
        this.activities = activities;
        setManaged(false);
        setMouseTransparent(true);
        getChildren().add(canvas);
    }

    void show(GraphPicture shown, PictureIndex shownIndex) {
        picture = shown;
        index = shownIndex;
    }

    void select(@Nullable String node) {
        selected = node;
    }

    void paint() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, getWidth(), getHeight());
        var sight =
                new Area(
                        viewport.worldX(0),
                        viewport.worldY(0),
                        viewport.worldX(getWidth()),
                        viewport.worldY(getHeight()));
        double zoom = viewport.zoom().get();
        pen.setLineWidth(Math.max(0.5, LINE_WIDTH * zoom));
        index.edges().touching(sight).stream()
                .forEach(i -> paint(pen, picture.edges().get(i), zoom));
        pen.setLineDashes();
        pen.setFont(Font.font(TITLE_SIZE * zoom));
        index.nodes().touching(sight).stream()
                .forEach(i -> paint(pen, picture.nodes().get(i), zoom));
    }

    private void paint(GraphicsContext pen, GraphEdge edge, double zoom) {
        pen.setStroke(colors.of(edge.kind()));
        boolean dotted = edge.kind() == GraphEdge.Kind.DOCUMENTATION;
        pen.setLineDashes(dotted ? DOTS : new double[0]);
        pen.beginPath();
        Point from = edge.points().getFirst();
        pen.moveTo(viewport.screenX(from.x()), viewport.screenY(from.y()));
        for (Point to : edge.points().subList(1, edge.points().size())) {
            double x = viewport.screenX(to.x());
            double y = viewport.screenY(to.y());
            if (zoom < CURVES_FROM || from.y() == to.y()) {
                pen.lineTo(x, y);
            } else {
                double reach = Curve.reach(from, to);
                pen.bezierCurveTo(
                        viewport.screenX(from.x() + reach),
                        viewport.screenY(from.y()),
                        viewport.screenX(to.x() - reach),
                        y,
                        x,
                        y);
            }
            from = to;
        }
        pen.stroke();
    }

    private void paint(GraphicsContext pen, GraphNode node, double zoom) {
        double x = viewport.screenX(node.x());
        double y = viewport.screenY(node.y());
        double width = node.width() * zoom;
        double height = node.height() * zoom;
        double corner = CORNER * zoom;
        Color state = stateOf(node);
        pen.setFill(colors.card());
        pen.fillRoundRect(x, y, width, height, corner, corner);
        boolean chosen = node.name().equals(selected);
        pen.setStroke(chosen ? colors.accent() : state);
        double before = pen.getLineWidth();
        pen.setLineWidth(chosen ? before * 2 : before);
        pen.strokeRoundRect(x, y, width, height, corner, corner);
        pen.setLineWidth(before);
        if (zoom >= TITLES_FROM) {
            pen.setFill(colors.text());
            double room = width - 2 * TITLE_INSET * zoom;
            pen.fillText(
                    node.name(),
                    x + TITLE_INSET * zoom,
                    y + height / 2 + TITLE_SIZE * zoom / 3,
                    room);
        }
    }

    private Color stateOf(GraphNode node) {
        NodeActivity activity = activities.get(node.name());
        if (activity == null) {
            return colors.border();
        }
        return switch (activity.status()) {
            case RUNNING, WAITING -> colors.accent();
            case SUCCEEDED -> colors.good();
            case FAILED, HANDLED -> colors.bad();
            case SKIPPED -> colors.border();
        };
    }
}
