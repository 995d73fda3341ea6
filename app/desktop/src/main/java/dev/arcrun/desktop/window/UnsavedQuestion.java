package dev.arcrun.desktop.window;

import dev.arcrun.desktop.look.Texts;
import java.util.List;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.Stage;

/** Asks before changes would be lost. */
public final class UnsavedQuestion {
    private UnsavedQuestion() {}

    /** True when there is nothing to lose or the user doesn't mind. */
    public static boolean mayClose(StudioModel model, Texts texts, Stage owner) {
        List<String> names = model.recipes().unsavedNames();
        if (names.isEmpty()) {
            return true;
        }
        var leave = new ButtonType(texts.get("window.unsaved.leave"), ButtonData.OK_DONE);
        var stay = new ButtonType(texts.get("window.unsaved.stay"), ButtonData.CANCEL_CLOSE);
        var question =
                new Alert(
                        Alert.AlertType.CONFIRMATION,
                        texts.get("window.unsaved.text", String.join(", ", names)),
                        leave,
                        stay);
        question.initOwner(owner);
        question.setTitle(texts.get("window.unsaved.title"));
        question.setHeaderText(texts.get("window.unsaved.title"));
        return question.showAndWait().filter(leave::equals).isPresent();
    }
}
