package dev.arcrun.engine.document;

import dev.arcrun.engine.recipe.Relation;
import dev.arcrun.engine.value.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One change of a recipe document, as a user means it. A graph edit is several in one step. */
public sealed interface Edit {
    /** Writes a node's config; its edges are added apart. */
    record AddNode(String node, @Nullable String component, Json.Obj parameters) implements Edit {}

    /** Removes the node's config and every triplet that names it. */
    record RemoveNode(String node) implements Edit {}

    /** Renames it in flow, config and every template and expression that refers to it. */
    record RenameNode(String node, String newName) implements Edit {}

    /** Adds a triplet at {@code index} of the flow; -1: at the end. */
    record AddEdge(String from, Relation relation, String to, int index) implements Edit {}

    record RemoveEdge(int index) implements Edit {}

    /** Changes ends or relation of the triplet at {@code index}. */
    record RetargetEdge(int index, String from, Relation relation, String to) implements Edit {}

    /** Moves a triplet so that it stands at {@code to} afterwards. */
    record MoveEdge(int index, int to) implements Edit {}

    /**
     * Sets a value in a node's config, making what is missing on the way.
     *
     * @param path member names (String) and list positions (Integer) from the node's config down;
     *     not empty
     */
    record SetParameter(String node, List<Object> path, Json value) implements Edit {
        public SetParameter {
            path = List.copyOf(path);
        }
    }

    /** Removes a value from a node's config; nothing happens when it isn't there. */
    record UnsetParameter(String node, List<Object> path) implements Edit {
        public UnsetParameter {
            path = List.copyOf(path);
        }
    }

    /** Sets or, with null, removes a top-level key of the recipe other than flow and config. */
    record SetProperty(List<Object> path, @Nullable Json value) implements Edit {
        public SetProperty {
            path = List.copyOf(path);
        }
    }

    /**
     * Replaces the characters from {@code start} to {@code end} (UTF-16, end exclusive): typing,
     * and every inverse.
     */
    record ReplaceText(int start, int end, String replacement) implements Edit {}
}
