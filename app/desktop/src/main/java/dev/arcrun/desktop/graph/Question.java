package dev.arcrun.desktop.graph;

import dev.arcrun.desktop.look.Texts;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;

/** Asks for one line of text where the user is looking: Enter answers, Escape forgets. */
final class Question {
    private static final int COLUMNS = 26;

    private Question() {}

    static void ask(
            Node owner,
            double screenX,
            double screenY,
            Texts texts,
            String key,
            String first,
            Consumer<String> answer) {
        var label = new Label(texts.get(key));
        label.getStyleClass().add("field-label");
        var field = new TextField(first);
        field.setId("graph-question");
        field.setPrefColumnCount(COLUMNS);
        field.setAccessibleText(texts.get(key));
        var box = new VBox(label, field);
        box.getStyleClass().add("graph-question");
        box.getStylesheets().setAll(owner.getScene().getRoot().getStylesheets());
        var popup = new Popup();
        popup.setAutoHide(true);
        popup.getContent().add(box);
        field.setOnAction(event -> {
            String text = field.getText().strip();
            if (!text.isEmpty()) {
                popup.hide();
                answer.accept(text);
            }
        });
        field.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        popup.hide();
                        event.consume();
                    }
                });
        popup.show(owner, screenX, screenY);
        field.requestFocus();
        field.selectAll();
    }
}
