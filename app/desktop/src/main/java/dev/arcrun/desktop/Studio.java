package dev.arcrun.desktop;

import dev.arcrun.desktop.look.Texts;
import dev.arcrun.desktop.look.Theme;
import dev.arcrun.desktop.settings.Settings;
import dev.arcrun.desktop.settings.SettingsFile;
import dev.arcrun.desktop.window.StudioModel;
import dev.arcrun.desktop.window.StudioWindow;
import dev.arcrun.desktop.window.UnsavedQuestion;
import dev.arcrun.desktop.work.Threads;
import dev.arcrun.engine.value.Json;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The desktop application: one window on one workspace. */
public final class Studio extends Application {
    private static final int[] ICON_SIZES = {16, 32, 48, 64, 128, 256, 512};
    private static final double LEAST_WIDTH = 800;
    private static final double LEAST_HEIGHT = 520;

    private @Nullable Threads threads;
    private @Nullable EngineWorkplace workplace;

    @Override
    public void start(Stage stage) {
        var options = LaunchOptions.read(getParameters().getRaw());
        Threads work = Threads.started(Platform::runLater, Trouble::show);
        threads = work;
        Thread.currentThread().setUncaughtExceptionHandler((thread, e) -> Trouble.show(e));
        var file =
                new SettingsFile(
                        SettingsFile.usual(
                                System.getenv(),
                                System.getProperty("os.name"),
                                Path.of(System.getProperty("user.home"))));
        // Small, local, and needed for the first frame's language and theme.
        var settings = new Settings(file, file.read(), work.background());
        var texts = new Texts(language(options, settings));
        texts.language()
                .addListener((property, before, now) ->
                        settings.set("language", Json.of(now.toLanguageTag())));
        var theme = new Theme(themeChoice(options, settings));
        theme.choice()
                .addListener((property, before, now) ->
                        settings.set("theme", Json.of(now.name().toLowerCase(Locale.ROOT))));
        var place = new EngineWorkplace(options.workspace());
        workplace = place;
        StudioModel model = StudioModel.of(place.workplace(), settings, work, texts.language());
        var window = new StudioWindow(model, texts, theme);
        stage.titleProperty()
                .bind(
                        texts.bind(
                                "window.title",
                                new javafx.beans.property.SimpleStringProperty(
                                        model.recipes().workspaceName())));
        IntStream.of(ICON_SIZES).forEach(size -> stage.getIcons().add(icon(size)));
        stage.setScene(new Scene(window.root(), options.width(), options.height()));
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        if (options.screenshot() == null) {
            new WindowPlace(settings, stage).install();
            stage.setOnCloseRequest(event -> {
                if (!UnsavedQuestion.mayClose(model, texts, stage)) {
                    event.consume();
                }
            });
        }
        stage.show();
        model.recipes().load(options.recipe());
        new Script(options, model, window, stage).play();
    }

    @Override
    public void stop() {
        if (threads != null) {
            threads.close();
        }
        if (workplace != null) {
            workplace.close();
        }
    }

    private static Locale language(LaunchOptions options, Settings settings) {
        String tag = options.language() == null ? settings.text("language") : options.language();
        return tag == null ? Locale.getDefault() : Locale.forLanguageTag(tag);
    }

    private static Theme.Choice themeChoice(LaunchOptions options, Settings settings) {
        String name = options.theme() == null ? settings.text("theme") : options.theme();
        for (Theme.Choice choice : Theme.Choice.values()) {
            if (choice.name().equalsIgnoreCase(name)) {
                return choice;
            }
        }
        return Theme.Choice.SYSTEM;
    }

    private static Image icon(int size) {
        String name = "/dev/arcrun/desktop/icons/arcrun-" + size + ".png";
        return new Image(String.valueOf(Studio.class.getResource(name)));
    }
}
