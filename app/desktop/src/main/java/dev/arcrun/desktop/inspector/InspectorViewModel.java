package dev.arcrun.desktop.inspector;

import dev.arcrun.desktop.document.DocumentModel;
import dev.arcrun.desktop.document.Selection;
import dev.arcrun.desktop.document.StepName;
import dev.arcrun.engine.document.Edit;
import dev.arcrun.engine.document.RecipeDocument;
import dev.arcrun.engine.recipe.Node;
import dev.arcrun.engine.value.Json;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The chosen node as a form. What is typed goes into the document at once. */
public final class InspectorViewModel {
    private static final String COMPONENT = "component";

    private final DocumentModel documents;
    private final Selection selection;
    private final PartForms forms;
    private final ReadOnlyObjectWrapper<@Nullable Node> node = new ReadOnlyObjectWrapper<>();
    private final ObservableList<ParameterRow> rows = FXCollections.observableArrayList();
    private final ObservableList<ParameterRow> shownRows =
            FXCollections.unmodifiableObservableList(rows);

    /**
     * The form of the chosen node.
     *
     * @param forms what parts want to be told
     */
    public InspectorViewModel(DocumentModel documents, Selection selection, PartForms forms) {
        this.documents = documents;
        this.selection = selection;
        this.forms = forms;
        forms.onArrival(this::refresh);
        selection.node().addListener((property, before, now) -> refresh());
        documents.document().addListener((property, before, now) -> refresh());
        documents.editing().addListener((property, before, now) -> refresh());
    }

    /** The node, or null when none is chosen or the chosen one isn't in the recipe. */
    public ReadOnlyObjectProperty<@Nullable Node> node() {
        return node.getReadOnlyProperty();
    }

    /** Lines of the form; the same objects stay as long as the node keeps its shape. */
    public ObservableList<ParameterRow> rows() {
        return shownRows;
    }

    /** The user typed into a line. */
    public void type(ParameterRow row, String text) {
        Node shown = node.get();
        if (shown == null || row.text().get().equals(text)) {
            return;
        }
        row.text().set(text);
        String path = ParameterPath.of(row.path());
        documents.edit(
                StepName.of("undo.parameter", shown.name(), path),
                "parameter " + shown.name() + " " + path,
                List.of(new Edit.SetParameter(shown.name(), row.path(), row.value())));
    }

    /**
     * Adds a parameter.
     *
     * @param name a name or a path such as {@code headers.accept}
     * @param value read as JSON where it is JSON, else text
     * @return whether the name was one
     */
    public boolean add(String name, String value) {
        Node shown = node.get();
        List<Object> path = ParameterPath.read(name);
        if (shown == null || path.isEmpty()) {
            return false;
        }
        documents.edit(
                StepName.of("undo.parameter.add", shown.name(), ParameterPath.of(path)),
                null,
                List.of(
                        new Edit.SetParameter(
                                shown.name(), path, ParameterText.read(value, false))));
        return true;
    }

    public void remove(ParameterRow row) {
        Node shown = node.get();
        if (shown != null) {
            documents.edit(
                    StepName.of(
                            "undo.parameter.remove", shown.name(), ParameterPath.of(row.path())),
                    null,
                    List.of(new Edit.UnsetParameter(shown.name(), row.path())));
        }
    }

    /** Renames the node wherever the recipe names it. */
    public void rename(String name) {
        Node shown = node.get();
        String wanted = name.strip();
        if (shown != null && !wanted.isEmpty() && !wanted.equals(shown.name())) {
            documents.edit(
                    StepName.of("undo.rename", shown.name()),
                    null,
                    List.of(new Edit.RenameNode(shown.name(), wanted)));
            selection.select(wanted);
        }
    }

    /** Makes the node run another part; an empty name: the part called like the node. */
    public void usePart(String part) {
        Node shown = node.get();
        String wanted = part.strip();
        if (shown == null || wanted.equals(shown.component() == null ? "" : shown.component())) {
            return;
        }
        List<Object> path = List.of(COMPONENT);
        documents.edit(
                StepName.of("undo.part", shown.name()),
                null,
                List.of(
                        wanted.isEmpty()
                                ? new Edit.UnsetParameter(shown.name(), path)
                                : new Edit.SetParameter(shown.name(), path, Json.of(wanted))));
    }

    /** While edits are on their way the document is older than the form. */
    private void refresh() {
        RecipeDocument document = documents.document().get();
        if (documents.editing().get() && sameNode()) {
            return;
        }
        String name = selection.node().get();
        Node now = document == null || name == null ? null : nodeOf(document, name);
        List<ParameterRow> wanted =
                now == null ? List.of() : ParameterRows.of(now.parameters(), forms.of(now));
        boolean sameNode = sameNode();
        node.set(now);
        if (sameNode && sameShape(wanted)) {
            for (int i = 0; i < wanted.size(); i++) {
                if (!wanted.get(i).present().get()) {
                    rows.get(i).showMissing();
                } else if (!wanted.get(i).isHeading()) {
                    rows.get(i).show(wanted.get(i).value());
                }
            }
        } else {
            rows.setAll(wanted);
        }
    }

    private static @Nullable Node nodeOf(RecipeDocument document, String name) {
        Node placed = document.recipe().node(name);
        return placed == null ? document.unplacedNodes().get(name) : placed;
    }

    private boolean sameNode() {
        Node shown = node.get();
        return shown != null && shown.name().equals(selection.node().get());
    }

    private boolean sameShape(List<ParameterRow> wanted) {
        if (wanted.size() != rows.size()) {
            return false;
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (!wanted.get(i).sameAs(rows.get(i))) {
                return false;
            }
        }
        return true;
    }
}
