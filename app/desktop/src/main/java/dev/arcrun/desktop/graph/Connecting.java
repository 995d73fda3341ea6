package dev.arcrun.desktop.graph;

import javafx.scene.layout.Pane;
import javafx.scene.shape.CubicCurve;
import org.jspecify.annotations.Nullable;

/** The line that follows the pointer while a connection is drawn, in screen units of the view. */
final class Connecting extends Pane {
    private final CubicCurve line = new CubicCurve();
    private @Nullable String from;

    Connecting() {
        setManaged(false);
        setMouseTransparent(true);
        line.getStyleClass().add("connecting-line");
        line.setManaged(false);
        line.setVisible(false);
        getChildren().add(line);
    }

    /** The node the line begins at, or null while none is drawn. */
    @Nullable String from() {
        return from;
    }

    void begin(String node, double x, double y) {
        from = node;
        line.setStartX(x);
        line.setStartY(y);
        follow(x, y);
        line.setVisible(true);
    }

    void follow(double x, double y) {
        double reach = Math.max(1, Math.abs(x - line.getStartX()) / 2);
        line.setEndX(x);
        line.setEndY(y);
        line.setControlX1(line.getStartX() + reach);
        line.setControlY1(line.getStartY());
        line.setControlX2(x - reach);
        line.setControlY2(y);
    }

    void end() {
        from = null;
        line.setVisible(false);
    }
}
