package dev.arcrun.desktop.json;

import dev.arcrun.desktop.look.Texts;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonWriter;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.jspecify.annotations.Nullable;

/** Shows JSON, coloured; may let it be edited. */
public final class JsonArea extends StackPane {
    /** Style class of editors that keep a history of their own. */
    public static final String OWN_HISTORY = "own-history";

    private static final int MOST_CHARACTERS = 200_000;

    private final CodeArea area = new CodeArea();
    private final Texts texts;
    private boolean setting;

    private JsonArea(Texts texts, String id, ObservableValue<String> accessible, boolean edit) {
        this.texts = texts;
        getStyleClass().add("json-area");
        area.setId(id);
        area.setEditable(edit);
        area.setWrapText(true);
        area.accessibleTextProperty().bind(accessible);
        area.plainTextChanges().subscribe(change -> colour());
        getChildren().add(new VirtualizedScrollPane<>(area));
    }

    /** An area to read. */
    public static JsonArea shown(
            Texts texts,
            String id,
            ObservableValue<String> accessible,
            @Nullable Label placeholder) {
        var shown = new JsonArea(texts, id, accessible, false);
        if (placeholder != null) {
            placeholder.getStyleClass().add("placeholder");
            placeholder.setWrapText(true);
            shown.area.setPlaceholder(placeholder);
        }
        return shown;
    }

    /** An area to write in, in step with a property both ways. */
    public static JsonArea edited(
            Texts texts, String id, ObservableValue<String> accessible, StringProperty text) {
        var edited = new JsonArea(texts, id, accessible, true);
        edited.area.getStyleClass().add(OWN_HISTORY);
        edited.set(text.get());
        edited.area.getUndoManager().forgetHistory();
        text.addListener((property, before, now) -> {
            if (!edited.area.getText().equals(now)) {
                edited.set(now);
                edited.area.getUndoManager().forgetHistory();
            }
        });
        edited.area
                .plainTextChanges()
                .subscribe(change -> {
                    if (!edited.setting) {
                        text.set(edited.area.getText());
                    }
                });
        return edited;
    }

    /** Shows a value with indentation; very long ones are cut, and say so. Null: nothing. */
    public void show(@Nullable Json value) {
        showText(value == null ? "" : JsonWriter.pretty(value));
    }

    public void showText(String text) {
        String shown =
                text.length() <= MOST_CHARACTERS
                        ? text
                        : text.substring(0, MOST_CHARACTERS)
                                + "\n"
                                + texts.get("json.shortened", text.length());
        if (!area.getText().equals(shown)) {
            set(shown);
            area.moveTo(0);
            area.showParagraphAtTop(0);
        }
    }

    private void set(String text) {
        setting = true;
        try {
            area.replaceText(text);
        } finally {
            setting = false;
        }
    }

    private void colour() {
        String text = area.getText();
        if (!text.isEmpty()) {
            area.setStyleSpans(0, JsonTokens.of(text));
        }
    }
}
