package dev.arcrun.engine.document;

import dev.arcrun.engine.document.yaml.TreeEdit;
import dev.arcrun.engine.recipe.Edge;
import dev.arcrun.engine.recipe.Names;
import dev.arcrun.engine.recipe.Node;
import dev.arcrun.engine.recipe.Recipe;
import dev.arcrun.engine.recipe.Relation;
import dev.arcrun.engine.recipe.Relations;
import dev.arcrun.engine.value.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A node gets another name: in the flow, in config, and wherever a template or condition refers to
 * it. Where a loop variable of the same name hides the node, the variable is meant and stays.
 */
final class RenamePlan {
    /** Parameters that are taken as written, by part. RECIPE.md, section 4. */
    private static final Map<String, String> PLAIN_PARAMETERS =
            Map.of("code", "code", "text_template", "template");

    /** Parameters that are conditions, by part. */
    private static final Map<String, String> CONDITIONS = Map.of("if_control", "condition");

    private final Json data;
    private final Recipe recipe;
    private final Reading reading;
    private final Messages messages;

    RenamePlan(Json data, Reading reading, Messages messages) {
        this.data = data;
        this.reading = reading;
        this.recipe = reading.recipe();
        this.messages = messages;
    }

    List<TreeEdit> parts(String node, String name) {
        if (node.equals(name)) {
            return List.of();
        }
        check(node, name);
        boolean idTaken = !node.equals(Names.id(node)) && isNode(Names.id(node));
        References references = new RenamedReferences(node, idTaken ? node : Names.id(node), name);
        Set<String> hidden = hidden(node);
        List<TreeEdit> parts = new ArrayList<>();
        flow(node, name, references, hidden, parts);
        reading.outline()
                .configs()
                .forEach((owner, path) -> {
                    if (!hidden.contains(owner) && isOwn(owner, path)) {
                        settings(owner, path, references, parts);
                    }
                });
        List<Object> config = reading.outline().config(node);
        if (config != null && isOwn(node, config)) {
            parts.add(new TreeEdit.RenameKey(config, name));
        }
        return parts;
    }

    private void check(String node, String name) {
        Node renamed = recipe.node(node) != null ? recipe.node(node) : reading.unplaced().get(node);
        if (renamed == null) {
            throw refused("edit.no_node", node);
        }
        if (!Names.isNode(name)) {
            throw refused("edit.name", name);
        }
        if (renamed.role() != Node.Role.PART
                || (renamed.component() == null && Names.role(name, false) != Node.Role.PART)) {
            throw refused("edit.virtual", renamed.role() != Node.Role.PART ? node : name);
        }
        boolean sameId = Names.id(node).equals(Names.id(name));
        if (isNode(name) || (!sameId && isIdTaken(Names.id(name)))) {
            throw refused("edit.name_taken", name);
        }
        for (Edge edge : recipe.edges()) {
            if (edge.relation() instanceof Relation.Foreach(String variable)
                    && (variable.equals(name) || variable.equals(Names.id(name)))) {
                throw refused("edit.name_is_variable", name);
            }
        }
    }

    private boolean isNode(String name) {
        return recipe.node(name) != null || reading.unplaced().containsKey(name);
    }

    private boolean isIdTaken(String id) {
        return isNode(id)
                || recipe.nodes().keySet().stream().anyMatch(name -> Names.id(name).equals(id))
                || reading.unplaced().keySet().stream().anyMatch(name -> Names.id(name).equals(id));
    }

    /** Settings found by the id form may belong to two nodes; they are read once, by their key. */
    private boolean isOwn(String owner, List<Object> path) {
        return owner.equals(reading.outline().names().get(path));
    }

    /** Nodes within a loop whose variable has the node's name. */
    private Set<String> hidden(String node) {
        Set<String> hidden = new HashSet<>();
        for (Edge edge : recipe.edges()) {
            if (edge.relation() instanceof Relation.Foreach(String variable)
                    && (variable.equals(node) || variable.equals(Names.id(node)))) {
                reach(edge.to(), hidden);
            }
        }
        return hidden;
    }

    private void reach(String from, Set<String> reached) {
        List<String> open = new ArrayList<>(List.of(from));
        while (!open.isEmpty()) {
            String next = open.removeLast();
            if (reached.add(next)) {
                for (Edge edge : recipe.edges()) {
                    if (edge.from().equals(next)) {
                        open.add(edge.to());
                    }
                }
            }
        }
    }

    private void flow(
            String node,
            String name,
            References references,
            Set<String> hidden,
            List<TreeEdit> parts) {
        List<Json> lines =
                data instanceof Json.Obj object
                                && object.get("flow") instanceof Json.Arr(List<Json> items)
                        ? items
                        : List.of();
        for (Edge edge : recipe.edges()) {
            String text = lines.get(edge.index()) instanceof Json.Str(String line) ? line : "";
            Triplet triplet = Triplet.parse(text);
            if (triplet == null) {
                continue;
            }
            Relation relation = edge.relation();
            if (relation instanceof Relation.If(String condition)
                    && !hidden.contains(edge.from())) {
                String renamed = references.inExpression(condition);
                if (!renamed.equals(condition)) {
                    triplet =
                            new Triplet(
                                    triplet.from(),
                                    triplet.relation().replace(condition, renamed),
                                    triplet.to());
                    relation = Relations.parse(triplet.relation());
                }
            }
            String from = edge.from().equals(node) ? name : edge.from();
            String to = edge.to().equals(node) ? name : edge.to();
            String changed = triplet.with(from, relation, to);
            if (!changed.equals(text)) {
                parts.add(new TreeEdit.Set(List.of("flow", edge.index()), Json.of(changed)));
            }
        }
    }

    private void settings(
            String owner, List<Object> path, References references, List<TreeEdit> parts) {
        if (!(at(path) instanceof Json.Obj(Map<String, Json> members))) {
            return;
        }
        String part =
                members.get("component") instanceof Json.Str(String text)
                        ? String.valueOf(NodeReader.component(text))
                        : owner;
        members.forEach((key, value) -> {
            List<Object> below = below(path, key);
            if (key.equals("run")) {
                if (value instanceof Json.Obj run
                        && run.get("each") instanceof Json.Str(String each)) {
                    change(below(below, "each"), each, references.inPath(each), parts);
                }
            } else if (key.equals(CONDITIONS.get(part))
                    && value instanceof Json.Str(String condition)) {
                change(below, condition, references.inExpression(condition), parts);
            } else if (!NodeReader.SETTINGS.contains(key)
                    && !key.equals(PLAIN_PARAMETERS.get(part))) {
                templates(below, value, references, parts);
            }
        });
    }

    private void templates(
            List<Object> path, Json value, References references, List<TreeEdit> parts) {
        switch (value) {
            case Json.Str(String text) -> change(path, text, references.inTemplate(text), parts);
            case Json.Arr(List<Json> items) -> {
                for (int i = 0; i < items.size(); i++) {
                    templates(below(path, i), items.get(i), references, parts);
                }
            }
            case Json.Obj(Map<String, Json> members) ->
                    members.forEach((key, member) ->
                            templates(below(path, key), member, references, parts));
            case Json.Null _, Json.Bool _, Json.Num _ -> {}
        }
    }

    private static void change(
            List<Object> path, String text, String changed, List<TreeEdit> parts) {
        if (!changed.equals(text)) {
            parts.add(new TreeEdit.Set(path, Json.of(changed)));
        }
    }

    private @Nullable Json at(List<Object> path) {
        Json found = data;
        for (Object step : path) {
            found =
                    found instanceof Json.Obj object && step instanceof String name
                            ? object.get(name)
                            : null;
            if (found == null) {
                return null;
            }
        }
        return found;
    }

    private static List<Object> below(List<Object> path, Object step) {
        List<Object> below = new ArrayList<>(path);
        below.add(step);
        return below;
    }

    private EditException refused(String key, Object... arguments) {
        return new EditException(messages.text(key, arguments));
    }
}
