package dev.arcrun.desktop.window;

import dev.arcrun.desktop.json.JsonArea;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The window's keys, as data. They come before what a field would do with them. */
final class WindowKeys {
    private static final KeyCombination UNDO = shortcut(KeyCode.Z);
    private static final KeyCombination REDO = shortcutShift(KeyCode.Z);
    private static final KeyCombination REDO_TOO = shortcut(KeyCode.Y);

    private final Map<KeyCombination, Runnable> actions = new LinkedHashMap<>();
    private final StudioModel model;

    WindowKeys(StudioWindow window, StudioModel model, Panels panels) {
        this.model = model;
        actions.put(shortcut(KeyCode.ENTER), this::run);
        actions.put(shortcut(KeyCode.S), model.recipes()::save);
        actions.put(UNDO, model.documents()::undo);
        actions.put(REDO, model.documents()::redo);
        actions.put(REDO_TOO, model.documents()::redo);
        actions.put(shortcut(KeyCode.DIGIT0), window.graph()::fit);
        actions.put(shortcut(KeyCode.NUMPAD0), window.graph()::fit);
        actions.put(shortcut(KeyCode.DIGIT1), window.graph()::lifeSize);
        actions.put(shortcut(KeyCode.NUMPAD1), window.graph()::lifeSize);
        actions.put(shortcut(KeyCode.B), () -> flip(panels.recipes()));
        actions.put(shortcut(KeyCode.I), () -> flip(panels.inspector()));
        actions.put(shortcut(KeyCode.J), () -> flip(panels.bottom()));
        actions.put(
                new KeyCodeCombination(KeyCode.F2),
                () -> {
                    panels.inspector().set(true);
                    window.inspector().editName();
                });
    }

    void install(Parent root) {
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::handle);
    }

    private void run() {
        if (!model.run().running().get()) {
            model.run().start();
        }
    }

    private void handle(KeyEvent event) {
        for (Map.Entry<KeyCombination, Runnable> entry : actions.entrySet()) {
            if (entry.getKey().match(event)) {
                boolean history =
                        entry.getKey() == UNDO
                                || entry.getKey() == REDO
                                || entry.getKey() == REDO_TOO;
                if (!(history && hasOwnHistory(event))) {
                    entry.getValue().run();
                    event.consume();
                }
                return;
            }
        }
    }

    private static boolean hasOwnHistory(KeyEvent event) {
        return event.getTarget() instanceof Node target
                && target.getStyleClass().contains(JsonArea.OWN_HISTORY);
    }

    private static void flip(BooleanProperty shown) {
        shown.set(!shown.get());
    }

    private static KeyCombination shortcut(KeyCode key) {
        return new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN);
    }

    private static KeyCombination shortcutShift(KeyCode key) {
        return new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    }
}
