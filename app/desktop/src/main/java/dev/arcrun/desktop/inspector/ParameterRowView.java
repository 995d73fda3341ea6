package dev.arcrun.desktop.inspector;

import dev.arcrun.desktop.look.Controls;
import dev.arcrun.desktop.look.Texts;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** A parameter: its name above the field that holds its value. */
final class ParameterRowView extends VBox {
    private static final double INDENT = 14;
    private static final int AREA_ROWS = 5;

    ParameterRowView(ParameterRow row, InspectorViewModel model, Texts texts) {
        getStyleClass().add(row.isHeading() ? "parameter-group" : "parameter");
        setPadding(new Insets(0, 0, 0, INDENT * row.depth()));
        String path = ParameterPath.of(row.path());
        var label = new Label(row.label());
        label.getStyleClass().add("field-label");
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
        var head = new BorderPane(null, null, remove, null, label);
        head.getStyleClass().add("parameter-head");
        getChildren().add(head);
        if (!row.isHeading()) {
            TextInputControl field = row.multiline().get() ? area() : new TextField();
            field.setId("parameter-" + path);
            field.setAccessibleText(path);
            field.getStyleClass().add("mono");
            label.setLabelFor(field);
            field.setText(row.text().get());
            field.textProperty().addListener((property, before, now) -> model.type(row, now));
            row.text()
                    .addListener((property, before, now) -> {
                        if (!field.getText().equals(now)) {
                            field.setText(now);
                        }
                    });
            getChildren().add(field);
        }
    }

    private static TextArea area() {
        var area = new TextArea();
        area.setWrapText(true);
        area.setPrefRowCount(AREA_ROWS);
        return area;
    }
}
