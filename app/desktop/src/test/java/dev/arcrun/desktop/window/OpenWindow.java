package dev.arcrun.desktop.window;

import dev.arcrun.desktop.EngineWorkplace;
import dev.arcrun.desktop.Picture;
import dev.arcrun.desktop.look.Texts;
import dev.arcrun.desktop.look.Theme;
import dev.arcrun.desktop.settings.Settings;
import dev.arcrun.desktop.settings.SettingsFile;
import dev.arcrun.desktop.work.Threads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.fxmisc.richtext.CodeArea;
import org.jspecify.annotations.Nullable;
import org.testfx.util.WaitForAsyncUtils;

/** The real window on a copy of the sample workspace, for one test. */
final class OpenWindow implements AutoCloseable {
    private static final double WIDTH = 1400;
    private static final double HEIGHT = 900;
    private static final int PATIENCE_SECONDS = 30;
    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    final Path folder;
    final Settings settings;
    final Texts texts = new Texts(Texts.ENGLISH);
    final Theme theme = new Theme(Theme.Choice.LIGHT);
    final StudioModel model;
    final StudioWindow window;
    final List<Throwable> troubles = new ArrayList<>();
    private final Threads threads = Threads.started(Platform::runLater, troubles::add);
    private final EngineWorkplace workplace;
    private final Scene scene;

    /**
     * Opens a recipe of the samples.
     *
     * @param folder an empty folder that the test may fill
     */
    OpenWindow(Stage stage, Path folder, String recipe) {
        this.folder = folder;
        copySamples(folder);
        settings = settings(folder, threads);
        workplace = new EngineWorkplace(folder);
        model = StudioModel.of(workplace.workplace(), settings, threads, texts.language());
        window = new StudioWindow(model, texts, theme);
        scene = new Scene(window.root(), WIDTH, HEIGHT);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
        model.recipes().load(recipe);
    }

    private static Settings settings(Path folder, Threads threads) {
        var file = new SettingsFile(folder.resolve("studio.json"));
        return new Settings(file, file.read(), threads.background());
    }

    static void copySamples(Path folder) {
        Path samples = Path.of("../../samples");
        try (var files = Files.walk(samples)) {
            for (Path file : files.toList()) {
                Path target = folder.resolve(samples.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until something shows on the FX thread. */
    void until(String what, Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(
                    PATIENCE_SECONDS,
                    TimeUnit.SECONDS,
                    () -> WaitForAsyncUtils.waitForAsyncFx(5_000, condition));
        } catch (TimeoutException e) {
            picture("failed");
            var never = new AssertionError("This never happened: " + what, e);
            troubles.forEach(never::addSuppressed);
            throw never;
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    void untilDrawn(String node) {
        until(
                "the graph shows " + node,
                () -> model.graph().picture().node(node) != null && card(node) != null);
        untilStill(node);
    }

    /** A card that is about to move can't be clicked. */
    private void untilStill(String node) {
        var last = new AtomicReference<@Nullable Bounds>();
        until(
                node + " keeps its place",
                () -> {
                    Node card = card(node);
                    Bounds now = card == null ? null : card.localToScene(card.getLayoutBounds());
                    boolean still = now != null && now.equals(last.get());
                    last.set(now);
                    return still;
                });
    }

    /** The card of a node, or null when none is in sight. */
    @Nullable Node card(String node) {
        for (Node card : window.root().lookupAll(".graph-node")) {
            if (card.isVisible()
                    && card.getAccessibleText() != null
                    && card.getAccessibleText().startsWith("Node " + node + ",")) {
                return card;
            }
        }
        return null;
    }

    /** The card of a node that is in sight. */
    Node cardInSight(String node) {
        return Objects.requireNonNull(card(node), node);
    }

    String yaml() {
        return ((CodeArea) window.root().lookup("#yaml")).getText();
    }

    String text(String id) {
        return ((CodeArea) window.root().lookup(id)).getText();
    }

    /** Writes what the window shows to {@code target/screenshots}. */
    void picture(String name) {
        WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> Picture.write(scene, SCREENSHOTS.resolve(name + ".png")));
    }

    /** Writes what a popup over the window shows. */
    void pictureOfPopup(String id, String name) {
        WaitForAsyncUtils.waitForAsyncFx(
                10_000,
                () -> {
                    Scene popup =
                            Window.getWindows().stream()
                                    .map(Window::getScene)
                                    .filter(each -> each.getRoot().lookup(id) != null)
                                    .findFirst()
                                    .orElseThrow(() -> new AssertionError("no popup has " + id));
                    Picture.write(popup, SCREENSHOTS.resolve(name + ".png"));
                });
    }

    @Override
    public void close() {
        threads.close();
        workplace.close();
    }
}
