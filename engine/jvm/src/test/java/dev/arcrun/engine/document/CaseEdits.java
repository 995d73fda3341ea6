package dev.arcrun.engine.document;

import dev.arcrun.engine.recipe.Relation;
import dev.arcrun.engine.recipe.Relations;
import dev.arcrun.engine.value.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Edits and addresses as the cases write them. */
final class CaseEdits {
    private CaseEdits() {}

    /** One member: the kind of edit, with its fields; {@code fix} is a problem's first fix. */
    static List<Edit> edits(Json.Obj edit, RecipeDocument document) {
        Map.Entry<String, Json> only = edit.members().entrySet().iterator().next();
        Json.Obj fields = (Json.Obj) only.getValue();
        if (only.getKey().equals("fix")) {
            Problem problem = document.problems().get(number(fields, "problem"));
            return problem.fixes().get(number(fields, "fix")).edits();
        }
        return List.of(edit(only.getKey(), fields));
    }

    private static Edit edit(String kind, Json.Obj fields) {
        return switch (kind) {
            case "set" -> new Edit.SetParameter(text(fields, "node"), path(fields), value(fields));
            case "unset" -> new Edit.UnsetParameter(text(fields, "node"), path(fields));
            case "add_node" ->
                    new Edit.AddNode(
                            text(fields, "node"),
                            fields.get("component") == null ? null : text(fields, "component"),
                            (Json.Obj)
                                    Objects.requireNonNullElse(
                                            fields.get("parameters"), Json.Obj.EMPTY));
            case "remove_node" -> new Edit.RemoveNode(text(fields, "node"));
            case "rename_node" -> new Edit.RenameNode(text(fields, "node"), text(fields, "name"));
            case "add_edge" ->
                    new Edit.AddEdge(
                            line(fields).source(),
                            relation(fields),
                            line(fields).target(),
                            fields.get("index") == null ? -1 : number(fields, "index"));
            case "remove_edge" -> new Edit.RemoveEdge(number(fields, "index"));
            case "retarget_edge" ->
                    new Edit.RetargetEdge(
                            number(fields, "index"),
                            line(fields).source(),
                            relation(fields),
                            line(fields).target());
            case "move_edge" -> new Edit.MoveEdge(number(fields, "index"), number(fields, "to"));
            case "set_property" -> new Edit.SetProperty(path(fields), fields.get("value"));
            case "replace" ->
                    new Edit.ReplaceText(
                            number(fields, "start"), number(fields, "end"), text(fields, "text"));
            default -> throw new IllegalArgumentException("no such edit: " + kind);
        };
    }

    /** {@code node}, {@code edge}, {@code parameter: [node, key…]} or {@code property: [key…]}. */
    static Address address(Json.Obj fields) {
        if (fields.get("node") != null) {
            return new Address.OfNode(text(fields, "node"));
        }
        if (fields.get("edge") != null) {
            return new Address.OfEdge(number(fields, "edge"));
        }
        if (fields.get("parameter") instanceof Json.Arr list) {
            List<Object> steps = steps(list);
            return new Address.OfParameter(
                    (String) steps.getFirst(), steps.subList(1, steps.size()));
        }
        return new Address.OfProperty(
                steps((Json.Arr) Objects.requireNonNull(fields.get("property"))));
    }

    private static Triplet line(Json.Obj fields) {
        return Objects.requireNonNull(Triplet.parse(text(fields, "line")));
    }

    private static Relation relation(Json.Obj fields) {
        return Relations.parse(line(fields).relation());
    }

    private static Json value(Json.Obj fields) {
        return Objects.requireNonNull(fields.get("value"));
    }

    private static List<Object> path(Json.Obj fields) {
        return steps((Json.Arr) Objects.requireNonNull(fields.get("path")));
    }

    private static List<Object> steps(Json.Arr list) {
        List<Object> steps = new ArrayList<>();
        for (Json step : list.items()) {
            steps.add(
                    step instanceof Json.Num(double index)
                            ? (Object) (int) index
                            : ((Json.Str) step).value());
        }
        return steps;
    }

    private static String text(Json.Obj fields, String key) {
        return ((Json.Str) Objects.requireNonNull(fields.get(key), key)).value();
    }

    private static int number(Json.Obj fields, String key) {
        return (int) ((Json.Num) Objects.requireNonNull(fields.get(key), key)).value();
    }
}
