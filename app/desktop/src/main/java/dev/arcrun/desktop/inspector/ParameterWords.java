package dev.arcrun.desktop.inspector;

import dev.arcrun.catalog.schema.SchemaField;
import dev.arcrun.desktop.look.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** What the form says about a parameter, in the window's language. */
final class ParameterWords {
    private final ParameterRow row;
    private final Texts texts;
    private final @Nullable SchemaField field;

    ParameterWords(ParameterRow row, Texts texts) {
        this.row = row;
        this.texts = texts;
        this.field = row.field();
    }

    /** Its title, or its name; a star where the part can't do without it. */
    ObservableValue<String> label() {
        return Bindings.createStringBinding(
                () -> {
                    if (field == null) {
                        return row.label();
                    }
                    String title = field.title().in(texts.tag());
                    String shown = title.isEmpty() ? row.label() : title;
                    return field.required() ? shown + " *" : shown;
                },
                texts.language());
    }

    /** What counts while nothing is written. */
    ObservableValue<String> prompt() {
        return Bindings.createStringBinding(
                () -> {
                    if (field == null) {
                        return "";
                    }
                    if (field.defaultValue() != null) {
                        return ParameterText.of(field.defaultValue());
                    }
                    return field.fromScope() ? texts.get("inspector.parameter.from_scope") : "";
                },
                texts.language());
    }

    /** Its name in the recipe and what it means. */
    Tooltip explanation() {
        var tip = new Tooltip();
        tip.setWrapText(true);
        tip.getStyleClass().add("parameter-explanation");
        tip.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> {
                                    String name = ParameterPath.of(row.path());
                                    String about =
                                            field == null
                                                    ? ""
                                                    : field.description().in(texts.tag());
                                    return about.isEmpty() ? name : name + "\n" + about;
                                },
                                texts.language()));
        return tip;
    }
}
