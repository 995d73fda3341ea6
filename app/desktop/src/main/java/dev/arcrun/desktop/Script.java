package dev.arcrun.desktop;

import dev.arcrun.desktop.window.StudioModel;
import dev.arcrun.desktop.window.StudioWindow;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.util.Duration;

/** Does what the command line asked for once the window is there: run, take a picture, leave. */
final class Script {
    private static final Duration LOOK_AGAIN = Duration.millis(50);
    private static final Duration SETTLE = Duration.millis(600);

    private final LaunchOptions options;
    private final StudioModel model;
    private final StudioWindow window;
    private final Stage stage;

    Script(LaunchOptions options, StudioModel model, StudioWindow window, Stage stage) {
        this.options = options;
        this.model = model;
        this.window = window;
        this.stage = stage;
    }

    void play() {
        if (!options.run() && options.screenshot() == null) {
            return;
        }
        when(
                this::shown,
                () -> {
                    if (options.run()) {
                        model.run().start();
                        when(() -> !model.run().running().get(), this::picture);
                    } else {
                        picture();
                    }
                });
    }

    private boolean shown() {
        return model.documents().document().get() != null
                && !model.graph().picture().nodes().isEmpty();
    }

    private void picture() {
        Path file = options.screenshot();
        if (file != null) {
            after(
                    SETTLE,
                    () -> {
                        Picture.write(stage.getScene(), file);
                        Platform.exit();
                    });
        }
    }

    private static void when(BooleanSupplier condition, Runnable action) {
        if (condition.getAsBoolean()) {
            action.run();
        } else {
            after(LOOK_AGAIN, () -> when(condition, action));
        }
    }

    private static void after(Duration pause, Runnable action) {
        new Timeline(new KeyFrame(pause, event -> action.run())).play();
    }
}
