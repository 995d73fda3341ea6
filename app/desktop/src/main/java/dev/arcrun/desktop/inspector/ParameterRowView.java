package dev.arcrun.desktop.inspector;

import dev.arcrun.catalog.schema.SchemaField;
import dev.arcrun.desktop.look.Controls;
import dev.arcrun.desktop.look.Texts;
import javafx.beans.property.SimpleStringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** A parameter: its name above the field that holds its value. */
final class ParameterRowView extends VBox {
    private static final double INDENT = 14;
    private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");

    private final ParameterRow row;
    private final InspectorViewModel model;
    private final Texts texts;
    private final String path;

    ParameterRowView(ParameterRow row, InspectorViewModel model, Texts texts) {
        this.row = row;
        this.model = model;
        this.texts = texts;
        this.path = ParameterPath.of(row.path());
        getStyleClass().add(row.isHeading() ? "parameter-group" : "parameter");
        setPadding(new Insets(0, 0, 0, INDENT * row.depth()));
        var words = new ParameterWords(row, texts);
        var label = new Label();
        label.textProperty().bind(words.label());
        label.getStyleClass().add("field-label");
        label.setTooltip(words.explanation());
        var head = new BorderPane(null, null, removeButton(), null, label);
        head.getStyleClass().add("parameter-head");
        getChildren().add(head);
        if (!row.isHeading()) {
            getChildren().add(field(words, label));
        }
        row.present().addListener((property, before, now) -> mark());
        mark();
    }

    private void mark() {
        SchemaField field = row.field();
        boolean needed = field != null && field.required() && !field.fromScope();
        pseudoClassStateChanged(MISSING, needed && !row.present().get());
    }

    private Button removeButton() {
        Button remove =
                Controls.iconButton(
                        MaterialDesignC.CLOSE,
                        texts,
                        "inspector.parameter.add",
                        () -> model.remove(row));
        var pathText = new SimpleStringProperty(path);
        remove.accessibleTextProperty().bind(texts.bind("inspector.parameter.remove", pathText));
        var tip = new Tooltip();
        tip.textProperty().bind(texts.bind("inspector.parameter.remove", pathText));
        remove.setTooltip(tip);
        remove.setId("remove-" + path);
        remove.getStyleClass().add("parameter-remove");
        remove.visibleProperty().bind(row.present());
        return remove;
    }

    private Control field(ParameterWords words, Label label) {
        var field = ParameterField.of(row, path);
        TextInputControl input = field.input();
        input.setId("parameter-" + path);
        input.setAccessibleText(path);
        input.getStyleClass().add("mono");
        input.promptTextProperty().bind(words.prompt());
        label.setLabelFor(input);
        input.setText(row.text().get());
        input.textProperty()
                .addListener((property, before, now) -> model.type(row, now == null ? "" : now));
        row.text()
                .addListener((property, before, now) -> {
                    if (!now.equals(input.getText())) {
                        input.setText(now);
                    }
                });
        return field.control();
    }
}
