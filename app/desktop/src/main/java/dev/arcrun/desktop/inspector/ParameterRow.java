package dev.arcrun.desktop.inspector;

import dev.arcrun.engine.value.Json;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A line of the form: a value that can be edited, or the heading of those inside it. */
public final class ParameterRow {
    private static final int LONG_TEXT = 60;

    private final List<Object> path;
    private final boolean heading;
    private final StringProperty text = new SimpleStringProperty("");
    private final BooleanProperty multiline = new SimpleBooleanProperty();
    private boolean isText;

    private ParameterRow(List<Object> path, boolean heading) {
        this.path = List.copyOf(path);
        this.heading = heading;
    }

    static ParameterRow heading(List<Object> path) {
        return new ParameterRow(path, true);
    }

    static ParameterRow value(List<Object> path, Json value) {
        var row = new ParameterRow(path, false);
        row.isText = value instanceof Json.Str;
        row.text.set(ParameterText.of(value));
        row.multiline.set(isLong(row.text.get()));
        return row;
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
        if (!value().equals(value)) {
            isText = value instanceof Json.Str;
            text.set(ParameterText.of(value));
        }
    }

    boolean sameAs(ParameterRow other) {
        return heading == other.heading && path.equals(other.path);
    }

    private static boolean isLong(String text) {
        return text.length() > LONG_TEXT || text.indexOf('\n') >= 0;
    }
}
