package dev.arcrun.desktop.inspector;

import dev.arcrun.catalog.schema.SchemaField;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;

/**
 * The field that holds a value: a line, several lines, or a line with a list of choices beside it,
 * since a template may stand in place of each of them.
 *
 * @param control what the form shows
 * @param input where the text is
 */
record ParameterField(Control control, TextInputControl input) {
    private static final int AREA_ROWS = 5;

    static ParameterField of(ParameterRow row, String path) {
        SchemaField field = row.field();
        if (row.multiline().get()) {
            var area = new TextArea();
            area.setWrapText(true);
            area.setPrefRowCount(AREA_ROWS);
            return new ParameterField(area, area);
        }
        if (field == null || field.choices().isEmpty()) {
            var line = new TextField();
            return new ParameterField(line, line);
        }
        var choices = new ComboBox<String>();
        field.choices().forEach(choice -> choices.getItems().add(ParameterText.of(choice)));
        choices.setEditable(true);
        choices.setMaxWidth(Double.MAX_VALUE);
        choices.setId("choices-" + path);
        return new ParameterField(choices, choices.getEditor());
    }
}
