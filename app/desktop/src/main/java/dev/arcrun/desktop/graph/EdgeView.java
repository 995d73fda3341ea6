package dev.arcrun.desktop.graph;

import dev.arcrun.desktop.layout.Drawing.Point;
import dev.arcrun.desktop.look.Texts;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Polygon;
import org.jspecify.annotations.Nullable;

/** The line, arrow head and label of an edge. Pooled, like the cards. */
final class EdgeView extends Group {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass IDLE = PseudoClass.getPseudoClass("idle");
    static final double ARROW = 9;

    private final Texts texts;
    private final Path line = new Path();
    private final Path touch = new Path();
    private final Polygon arrow = new Polygon(0, 0, -ARROW, -ARROW / 2, -ARROW, ARROW / 2);
    private final Label label = new Label();
    private @Nullable GraphEdge edge;

    EdgeView(Texts texts) {
        this.texts = texts;
        line.getStyleClass().add("edge-line");
        touch.getStyleClass().add("edge-touch");
        arrow.getStyleClass().add("edge-arrow");
        label.getStyleClass().add("edge-label");
        setManaged(false);
        setAutoSizeChildren(true);
        getChildren().addAll(touch, line, arrow, label);
    }

    @Nullable GraphEdge edge() {
        return edge;
    }

    void show(GraphEdge shown, boolean selected) {
        edge = shown;
        getStyleClass()
                .setAll("graph-edge", "edge-" + shown.kind().name().toLowerCase(Locale.ROOT));
        trace(line, shown.points());
        trace(touch, shown.points());
        Point end = shown.points().getLast();
        arrow.relocate(end.x() - ARROW - NodeView.PORT_RADIUS, end.y() - ARROW / 2);
        label.setText(textOf(shown, texts));
        label.setVisible(!label.getText().isEmpty());
        select(selected);
        placeLabel(shown.points());
    }

    void select(boolean selected) {
        pseudoClassStateChanged(SELECTED, selected);
    }

    /** Whether the last run passed by without taking it. */
    void idle(boolean idle) {
        pseudoClassStateChanged(IDLE, idle);
    }

    void release() {
        edge = null;
        setVisible(false);
    }

    static String textOf(GraphEdge edge, Texts texts) {
        return texts.get(
                "graph.edge." + edge.kind().name().toLowerCase(Locale.ROOT),
                EdgeLabel.shortened(edge.detail()));
    }

    private void placeLabel(List<Point> points) {
        label.applyCss();
        label.autosize();
        Point middle = Curve.at(points.get(0), points.get(1), Curve.LABEL_AT);
        label.relocate(middle.x() - label.getWidth() / 2, middle.y() - label.getHeight() / 2);
    }

    private static void trace(Path path, List<Point> points) {
        var elements = path.getElements();
        elements.clear();
        Point from = points.getFirst();
        elements.add(new MoveTo(from.x(), from.y()));
        for (Point to : points.subList(1, points.size())) {
            if (to.y() == from.y() && to.x() > from.x()) {
                elements.add(new LineTo(to.x(), to.y()));
            } else {
                double reach = Curve.reach(from, to);
                elements.add(
                        new CubicCurveTo(
                                from.x() + reach,
                                from.y(),
                                to.x() - reach,
                                to.y(),
                                to.x(),
                                to.y()));
            }
            from = to;
        }
    }
}
