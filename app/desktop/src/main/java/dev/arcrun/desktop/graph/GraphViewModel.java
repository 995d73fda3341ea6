package dev.arcrun.desktop.graph;

import dev.arcrun.desktop.document.DocumentModel;
import dev.arcrun.desktop.document.Selection;
import dev.arcrun.desktop.document.StepName;
import dev.arcrun.desktop.work.Threads;
import dev.arcrun.engine.document.Edit;
import dev.arcrun.engine.document.RecipeDocument;
import dev.arcrun.engine.recipe.Node;
import dev.arcrun.engine.recipe.Recipe;
import dev.arcrun.engine.recipe.Relation;
import dev.arcrun.engine.value.Json;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import org.jspecify.annotations.Nullable;

/**
 * The graph of the opened recipe: its picture, what is chosen in it, and what can be done to it.
 */
public final class GraphViewModel {
    /** What the view shows: a picture and its index, made together off the FX thread. */
    record Shown(GraphPicture picture, PictureIndex index) {}

    private record Drawn(Recipe recipe, List<Node> unplaced) {}

    private final DocumentModel documents;
    private final Selection selection;
    private final Threads threads;
    private final NodeKinds kinds;
    private final ReadOnlyObjectWrapper<Shown> shown =
            new ReadOnlyObjectWrapper<>(
                    new Shown(GraphPicture.EMPTY, PictureIndex.of(GraphPicture.EMPTY)));
    private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper();
    private final IntegerProperty selectedEdge = new SimpleIntegerProperty(-1);
    private @Nullable Drawn drawn;

    public GraphViewModel(
            DocumentModel documents, Selection selection, Threads threads, NodeKinds kinds) {
        this.documents = documents;
        this.selection = selection;
        this.threads = threads;
        this.kinds = kinds;
        documents.document().addListener((property, before, now) -> draw(now));
        draw(documents.document().get());
    }

    ReadOnlyObjectProperty<Shown> shown() {
        return shown.getReadOnlyProperty();
    }

    public GraphPicture picture() {
        return shown.get().picture();
    }

    /** Whether a recipe has been read: its picture may still be without nodes. */
    boolean drawn() {
        return drawn != null;
    }

    /** True while the text doesn't parse: the picture is that of the last good text. */
    public ReadOnlyBooleanProperty stale() {
        return stale.getReadOnlyProperty();
    }

    public Selection selection() {
        return selection;
    }

    /** Index of the chosen edge in the flow, or -1. */
    public IntegerProperty selectedEdge() {
        return selectedEdge;
    }

    public void selectNode(@Nullable String name) {
        selectedEdge.set(-1);
        selection.select(name);
    }

    public void selectEdge(int index) {
        selection.select(null);
        selectedEdge.set(index);
    }

    /** Moves the choice to the nearest node in a direction; the first node when none is chosen. */
    public void move(Direction direction) {
        GraphNode from = picture().node(selection.node().get());
        GraphNode next = Neighbour.of(picture(), from, direction);
        if (next != null) {
            selectNode(next.name());
        }
    }

    public void rename(String node, String newName) {
        if (newName.isBlank() || newName.equals(node)) {
            return;
        }
        documents.edit(
                StepName.of("undo.rename", node),
                null,
                List.of(new Edit.RenameNode(node, newName)));
        selectNode(newName);
    }

    /** Removes the chosen node or edge. */
    public void deleteSelected() {
        String node = selection.node().get();
        int edge = selectedEdge.get();
        if (node != null) {
            selectNode(null);
            documents.edit(
                    StepName.of("undo.delete", node), null, List.of(new Edit.RemoveNode(node)));
        } else if (edge >= 0) {
            selectedEdge.set(-1);
            documents.edit(
                    StepName.of("undo.disconnect"), null, List.of(new Edit.RemoveEdge(edge)));
        }
    }

    public void connect(String from, Relation relation, String to) {
        documents.edit(
                StepName.of("undo.connect", from, to),
                null,
                List.of(new Edit.AddEdge(from, relation, to, -1)));
    }

    public void changeRelation(int edgeIndex, Relation relation) {
        for (GraphEdge edge : picture().edges()) {
            if (edge.index() == edgeIndex) {
                documents.edit(
                        StepName.of("undo.relation", edge.from(), edge.to()),
                        null,
                        List.of(
                                new Edit.RetargetEdge(
                                        edgeIndex, edge.from(), relation, edge.to())));
            }
        }
    }

    /** Adds a node that runs a part, after the chosen node if there is one. */
    public void add(String part) {
        String name = NewName.of(part, picture());
        String after = selection.node().get();
        String from = after == null ? "input" : after;
        documents.edit(
                StepName.of("undo.add", name),
                null,
                List.of(
                        new Edit.AddNode(name, part, Json.Obj.EMPTY),
                        new Edit.AddEdge(from, new Relation.OnSuccess(), name, -1)));
        selectNode(name);
    }

    private void draw(@Nullable RecipeDocument document) {
        if (document == null) {
            drawn = null;
            stale.set(false);
            shown.set(new Shown(GraphPicture.EMPTY, PictureIndex.of(GraphPicture.EMPTY)));
            return;
        }
        stale.set(!document.parsed());
        var recipe = new Drawn(document.recipe(), List.copyOf(document.unplacedNodes().values()));
        if (recipe.equals(drawn)) {
            return;
        }
        drawn = recipe;
        threads.background()
                .execute(() -> {
                    GraphPicture picture =
                            GraphPicture.of(recipe.recipe(), recipe.unplaced(), kinds);
                    var fresh = new Shown(picture, PictureIndex.of(picture));
                    threads.ui()
                            .execute(() -> {
                                if (Objects.equals(drawn, recipe)) {
                                    shown.set(fresh);
                                }
                            });
                });
    }
}
