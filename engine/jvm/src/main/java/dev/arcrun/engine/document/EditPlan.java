package dev.arcrun.engine.document;

import dev.arcrun.engine.document.yaml.TreeEdit;
import dev.arcrun.engine.recipe.Names;
import dev.arcrun.engine.recipe.Recipe;
import dev.arcrun.engine.recipe.Relation;
import dev.arcrun.engine.recipe.Relations;
import dev.arcrun.engine.value.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an edit of a recipe means for the tree, in order. */
final class EditPlan {
    private static final List<Object> FLOW = List.of("flow");

    /** How the keys of a recipe usually stand. */
    static final List<String> ORDER =
            List.of(
                    "name",
                    "description",
                    "strict",
                    "durable",
                    "safe",
                    "max_parallel",
                    "on_failure",
                    "inputs",
                    "triggers",
                    "flow",
                    "config");

    private static final List<String> COMPONENT_FIRST = List.of("component");

    private final Json data;
    private final Reading reading;
    private final Messages messages;

    EditPlan(Json data, Reading reading, Messages messages) {
        this.data = data;
        this.reading = reading;
        this.messages = messages;
    }

    List<TreeEdit> parts(Edit edit) {
        return switch (edit) {
            case Edit.AddNode(String node, String component, Json.Obj parameters) ->
                    addNode(node, component, parameters);
            case Edit.RemoveNode(String node) -> removeNode(node);
            case Edit.RenameNode(String node, String newName) ->
                    new RenamePlan(data, reading, messages).parts(node, newName);
            case Edit.AddEdge(String from, Relation relation, String to, int index) ->
                    addEdge(from, relation, to, index);
            case Edit.RemoveEdge(int index) -> {
                triplet(index);
                yield List.of(new TreeEdit.Remove(List.of("flow", index)));
            }
            case Edit.RetargetEdge(int index, String from, Relation relation, String to) ->
                    retarget(index, from, relation, to);
            case Edit.MoveEdge(int index, int to) -> {
                triplet(index);
                triplet(to);
                yield List.of(new TreeEdit.Move(FLOW, index, to));
            }
            case Edit.SetParameter(String node, List<Object> path, Json value) ->
                    List.of(
                            new TreeEdit.Set(
                                    below(config(node, path), path), value, COMPONENT_FIRST));
            case Edit.UnsetParameter(String node, List<Object> path) ->
                    List.of(new TreeEdit.Remove(below(config(node, path), path)));
            case Edit.SetProperty(List<Object> path, Json value) -> setProperty(path, value);
            case Edit.ReplaceText _ ->
                    throw new IllegalArgumentException("not a change of the tree");
        };
    }

    private List<TreeEdit> addNode(String node, @Nullable String component, Json.Obj parameters) {
        checkName(node);
        if (reading.outline().config(node) != null) {
            throw refused("edit.node_exists", node);
        }
        Map<String, Json> settings = new LinkedHashMap<>();
        if (component != null) {
            settings.put("component", Json.of(component));
        }
        settings.putAll(parameters.members());
        return List.of(new TreeEdit.Set(List.of("config", node), new Json.Obj(settings)));
    }

    private List<TreeEdit> removeNode(String node) {
        Recipe recipe = reading.recipe();
        List<Object> config = reading.outline().config(node);
        if (config == null && recipe.node(node) == null) {
            throw refused("edit.no_node", node);
        }
        List<TreeEdit> parts = new ArrayList<>();
        for (var edge : recipe.edges().reversed()) {
            if (edge.from().equals(node) || edge.to().equals(node)) {
                parts.add(new TreeEdit.Remove(List.of("flow", edge.index())));
            }
        }
        if (config != null) {
            parts.add(new TreeEdit.Remove(config));
        }
        return parts;
    }

    private List<TreeEdit> addEdge(String from, Relation relation, String to, int index) {
        checkLine(from, relation, to);
        Json line = Json.of(Triplet.write(from, relation, to));
        int size = flow().size();
        int at = index == -1 ? size : index;
        if (at < 0 || at > size) {
            throw refused("edit.no_line", index, size);
        }
        return List.of(new TreeEdit.Insert(FLOW, at, line));
    }

    private List<TreeEdit> retarget(int index, String from, Relation relation, String to) {
        checkLine(from, relation, to);
        Triplet triplet =
                triplet(index) instanceof Json.Str(String text) ? Triplet.parse(text) : null;
        String line =
                triplet == null
                        ? Triplet.write(from, relation, to)
                        : triplet.with(from, relation, to);
        return List.of(new TreeEdit.Set(List.of("flow", index), Json.of(line)));
    }

    private List<TreeEdit> setProperty(List<Object> path, @Nullable Json value) {
        if (path.isEmpty() || path.getFirst().equals("flow") || path.getFirst().equals("config")) {
            throw refused("edit.not_a_property", path.isEmpty() ? "" : path.getFirst());
        }
        return List.of(
                value == null
                        ? new TreeEdit.Remove(path)
                        : new TreeEdit.Set(path, value, path.size() == 1 ? ORDER : List.of()));
    }

    private List<Json> flow() {
        return data instanceof Json.Obj object
                        && object.get("flow") instanceof Json.Arr(List<Json> items)
                ? items
                : List.of();
    }

    private Json triplet(int index) {
        List<Json> flow = flow();
        if (index < 0 || index >= flow.size()) {
            throw refused("edit.no_line", index, flow.size());
        }
        return flow.get(index);
    }

    private List<Object> config(String node, List<Object> path) {
        if (path.isEmpty()) {
            throw refused("edit.no_path", node);
        }
        List<Object> config = reading.outline().config(node);
        if (config != null) {
            return config;
        }
        if (reading.recipe().node(node) == null) {
            throw refused("edit.no_node", node);
        }
        return List.of("config", node);
    }

    private static List<Object> below(List<Object> config, List<Object> path) {
        List<Object> below = new ArrayList<>(config);
        below.addAll(path);
        return below;
    }

    private void checkLine(String from, Relation relation, String to) {
        checkName(from);
        checkName(to);
        String written = Relations.write(relation);
        Triplet line = Triplet.parse(Triplet.write(from, relation, to));
        if (line == null || !Relations.parse(line.relation()).equals(relation)) {
            throw refused("edit.relation", written);
        }
    }

    private void checkName(String name) {
        if (!Names.isNode(name)) {
            throw refused("edit.name", name);
        }
    }

    private EditException refused(String key, Object... arguments) {
        return new EditException(messages.text(key, arguments));
    }
}
