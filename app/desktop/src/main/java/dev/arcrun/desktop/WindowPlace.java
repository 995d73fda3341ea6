package dev.arcrun.desktop;

import dev.arcrun.desktop.settings.Settings;
import dev.arcrun.engine.value.Json;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Opens the window where and as large as it was, if that is still on a screen. */
final class WindowPlace {
    private static final double LEAST_VISIBLE = 200;

    private final Settings settings;
    private final Stage stage;

    WindowPlace(Settings settings, Stage stage) {
        this.settings = settings;
        this.stage = stage;
    }

    void install() {
        double x = settings.number("window.x", Double.NaN);
        double y = settings.number("window.y", Double.NaN);
        double width = settings.number("window.width", Double.NaN);
        double height = settings.number("window.height", Double.NaN);
        if (Double.isFinite(x + y + width + height) && onScreen(x, y)) {
            stage.setX(x);
            stage.setY(y);
            stage.setWidth(width);
            stage.setHeight(height);
        }
        stage.setMaximized(settings.truth("window.maximized", false));
        stage.setOnHiding(event -> remember());
    }

    private static boolean onScreen(double x, double y) {
        return !Screen.getScreensForRectangle(new Rectangle2D(x, y, LEAST_VISIBLE, LEAST_VISIBLE))
                .isEmpty();
    }

    private void remember() {
        settings.set("window.maximized", Json.of(stage.isMaximized()));
        if (!stage.isMaximized()) {
            settings.set("window.x", Json.of(stage.getX()));
            settings.set("window.y", Json.of(stage.getY()));
            settings.set("window.width", Json.of(stage.getWidth()));
            settings.set("window.height", Json.of(stage.getHeight()));
        }
    }
}
