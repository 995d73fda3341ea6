package dev.arcrun.desktop.inspector;

import dev.arcrun.catalog.schema.SchemaField;
import dev.arcrun.engine.value.Json;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * A line of the form: a value that can be edited, or the heading of those inside it. A value that
 * the part knows but the recipe doesn't set has a line too, empty.
 */
public final class ParameterRow {
    private static final int LONG_TEXT = 60;

    private final List<Object> path;
    private final boolean heading;
    private final @Nullable SchemaField field;
    private final BooleanProperty present = new SimpleBooleanProperty();
    private final StringProperty text = new SimpleStringProperty("");
    private final BooleanProperty multiline = new SimpleBooleanProperty();
    private boolean isText;

    private ParameterRow(List<Object> path, boolean heading, @Nullable SchemaField field) {
        this.path = List.copyOf(path);
        this.heading = heading;
        this.field = field;
    }

    static ParameterRow heading(List<Object> path, @Nullable SchemaField field) {
        var row = new ParameterRow(path, true, field);
        row.present.set(true);
        return row;
    }

    static ParameterRow value(List<Object> path, Json value, @Nullable SchemaField field) {
        var row = new ParameterRow(path, false, field);
        row.present.set(true);
        row.isText = value instanceof Json.Str;
        row.text.set(ParameterText.of(value));
        row.multiline.set(isLong(row.text.get()));
        return row;
    }

    static ParameterRow missing(List<Object> path, SchemaField field) {
        var row = new ParameterRow(path, false, field);
        row.isText = row.wantsText();
        return row;
    }

    /** What the part's contract says about the value, or null where it says nothing. */
    public @Nullable SchemaField field() {
        return field;
    }

    /** Whether the recipe sets it. */
    public BooleanProperty present() {
        return present;
    }

    private boolean wantsText() {
        return field != null && field.types().equals(List.of("string"));
    }

    /** Member names and list positions from the node's config down. */
    public List<Object> path() {
        return path;
    }

    public boolean isHeading() {
        return heading;
    }

    /** How deep it stands, 0 for a parameter itself. */
    public int depth() {
        return path.size() - 1;
    }

    /** Last step of the path: a name, or a position from 1. */
    public String label() {
        return path.getLast() instanceof Integer position
                ? Integer.toString(position + 1)
                : String.valueOf(path.getLast());
    }

    public StringProperty text() {
        return text;
    }

    /** Whether the text wants several lines; decided when the value is shown, not while typing. */
    public BooleanProperty multiline() {
        return multiline;
    }

    Json value() {
        return ParameterText.read(text.get(), isText);
    }

    /** Shows a value of the document, unless the text means it already. */
    void show(Json value) {
        present.set(true);
        if (!value().equals(value)) {
            isText = value instanceof Json.Str;
            text.set(ParameterText.of(value));
        }
    }

    /** The recipe doesn't set it any more. */
    void showMissing() {
        if (present.get()) {
            present.set(false);
            isText = wantsText();
            text.set("");
        }
    }

    boolean sameAs(ParameterRow other) {
        return heading == other.heading
                && path.equals(other.path)
                && Objects.equals(field, other.field);
    }

    private static boolean isLong(String text) {
        return text.length() > LONG_TEXT || text.indexOf('\n') >= 0;
    }
}
