package dev.arcrun.engine.validate;

import dev.arcrun.engine.document.Edit;
import dev.arcrun.engine.document.Problem.Place;
import dev.arcrun.engine.recipe.Edge;
import dev.arcrun.engine.recipe.Relation;
import dev.arcrun.engine.value.Json;
import java.util.List;

/** Where a reference stands, and how another is put in its place. Offsets are UTF-16. */
sealed interface Site {
    /** A template in a value of a node's config; the range includes the braces. */
    record InTemplate(String node, List<Object> path, String text, int start, int end, String rest)
            implements Site {}

    /** A path without braces in a value of a node's config. */
    record InSetting(String node, List<Object> path, String text, int start, int end)
            implements Site {}

    /** The condition of an IF edge. */
    record InCondition(Edge edge, String text, int start, int end) implements Site {}

    default Place place(Places places) {
        return switch (this) {
            case InTemplate it -> places.within(it.node, it.path, it.start, it.end);
            case InSetting it -> places.within(it.node, it.path, it.start, it.end);
            case InCondition it -> places.condition(it.edge.index(), it.text, it.start, it.end);
        };
    }

    /** Puts another path there; a template keeps its default. */
    default Edit replaceBy(String path) {
        return switch (this) {
            case InTemplate it ->
                    new Edit.SetParameter(
                            it.node,
                            it.path,
                            Json.of(
                                    replaced(
                                            it.text,
                                            it.start,
                                            it.end,
                                            "{{" + path + it.rest + "}}")));
            case InSetting it ->
                    new Edit.SetParameter(
                            it.node, it.path, Json.of(replaced(it.text, it.start, it.end, path)));
            case InCondition it ->
                    new Edit.RetargetEdge(
                            it.edge.index(),
                            it.edge.from(),
                            new Relation.If(replaced(it.text, it.start, it.end, path)),
                            it.edge.to());
        };
    }

    /** The reference as a reader sees it. */
    default String shown(String path) {
        return this instanceof InTemplate ? "{{" + path + "}}" : path;
    }

    private static String replaced(String text, int start, int end, String by) {
        return text.substring(0, start) + by + text.substring(end);
    }
}
