package dev.arcrun.engine.document;

import dev.arcrun.engine.document.yaml.YamlNode;
import dev.arcrun.engine.recipe.Edge;
import dev.arcrun.engine.recipe.Names;
import dev.arcrun.engine.recipe.Node;
import dev.arcrun.engine.recipe.NodeRun;
import dev.arcrun.engine.recipe.Recipe;
import dev.arcrun.engine.recipe.Relation;
import dev.arcrun.engine.recipe.Relations;
import dev.arcrun.engine.recipe.Trigger;
import dev.arcrun.engine.value.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Arcrun's compiled graph, {@code {id, name, nodes, edges}}, bare or as {@code {name, description?,
 * graph, config?}}. A node is {@code {id, type, componentId, label, data}}, an edge {@code {from,
 * to, type, iterator?}}; neighbouring spellings are read too.
 */
final class GraphReader {
    private static final Set<String> NODE_TYPES = Set.of("Input", "Output", "Component");

    private final Findings findings;
    private final YamlNode.Mapping root;
    private final YamlNode.Mapping graph;
    private final boolean wrapped;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, List<Object>> configs = new LinkedHashMap<>();
    private final List<Trigger> triggers = new ArrayList<>();

    GraphReader(Findings findings, YamlNode.Mapping root) {
        this.findings = findings;
        this.root = root;
        this.wrapped = resolved(root, "graph") instanceof YamlNode.Mapping;
        this.graph = resolved(root, "graph") instanceof YamlNode.Mapping inner ? inner : root;
    }

    /** A recipe has a flow; a graph has nodes and edges instead. */
    static boolean isGraph(YamlNode.Mapping root) {
        if (root.get("flow") != null) {
            return false;
        }
        YamlNode.Mapping graph =
                resolved(root, "graph") instanceof YamlNode.Mapping inner ? inner : root;
        return resolved(graph, "nodes") instanceof YamlNode.Sequence
                && (graph.get("edges") == null
                        || resolved(graph, "edges") instanceof YamlNode.Sequence);
    }

    private static @Nullable YamlNode resolved(YamlNode.Mapping mapping, String key) {
        YamlNode value = mapping.get(key);
        return value == null ? null : YamlNode.resolve(value);
    }

    Reading read() {
        Fields outer = new Fields(root, "", findings);
        Fields inner = new Fields(graph, wrapped ? "graph" : "", findings);
        YamlNode.Mapping config = wrapped ? outer.mapping("config") : null;
        readNodes(inner.list("nodes"), config);
        List<Edge> edges = readEdges(inner.list("edges"));
        String name = name(outer, inner);
        if (name.isEmpty()) {
            findings.add(
                    ProblemCode.NAME_MISSING,
                    findings.place(root.content(), root.content()),
                    List.of());
        }
        Recipe recipe =
                new Recipe(
                        name,
                        outer.text("description"),
                        outer.truth("strict", false),
                        false,
                        false,
                        Recipe.DEFAULT_MAX_PARALLEL,
                        null,
                        null,
                        triggers,
                        nodes,
                        edges);
        new PlaceholderRule(findings).check(root);
        List<Object> path = wrapped ? List.of("graph", "edges") : List.of("edges");
        var outline = new Outline(true, path, configs, RecipeReader.inverse(configs));
        return new Reading(recipe, Map.of(), outline, true);
    }

    /** The first one written; the others are not looked at. */
    private String name(Fields outer, Fields inner) {
        String name = outer.text("name");
        if (name == null && wrapped) {
            name = inner.text("name");
        }
        if (name == null) {
            name = inner.text("id");
        }
        return name == null ? "" : name;
    }

    private void readNodes(YamlNode.@Nullable Sequence list, YamlNode.@Nullable Mapping config) {
        List<YamlNode> items = list == null ? List.of() : list.items();
        for (int i = 0; i < items.size(); i++) {
            Json data = Fields.data(items.get(i));
            String id = data instanceof Json.Str(String text) ? text : member(data, "id", "name");
            if (id == null) {
                findings.add(ProblemCode.NODE_WITHOUT_ID, items.get(i), i + 1);
                continue;
            }
            List<Object> path = wrapped ? List.of("graph", "nodes", i) : List.of("nodes", i);
            Node node = node(id, data, config, path);
            nodes.put(id, node);
            if ("cron".equals(node.component())
                    && node.parameters().get("cron_expr") instanceof Json.Str(String expression)) {
                Trigger trigger = new TriggerReader(findings).inUtc(expression, items.get(i));
                if (trigger != null) {
                    triggers.add(trigger);
                }
            }
        }
    }

    private Node node(String id, Json data, YamlNode.@Nullable Mapping config, List<Object> path) {
        Node own =
                config == null
                        ? NodeReader.bare(id)
                        : new NodeReader(findings).read(id, config.get(id));
        String type = member(data, "type");
        String written = member(data, "componentId", "component", "part");
        if (written == null && type != null && !NODE_TYPES.contains(type)) {
            written = type;
        }
        String component = own.component();
        if (component == null && written != null && !written.equals(id)) {
            component = NodeReader.component(written);
        }
        Map<String, Json> parameters = new LinkedHashMap<>();
        for (String key : List.of("data", "config", "params")) {
            if (data instanceof Json.Obj object && object.get(key) instanceof Json.Obj found) {
                parameters.putAll(found.members());
                configs.putIfAbsent(id, joined(path, key));
            }
        }
        configs.putIfAbsent(id, path);
        parameters.keySet().removeAll(NodeReader.SETTINGS);
        parameters.putAll(own.parameters().members());
        Node.Role role = role(id, type, component);
        NodeRun run = own.run();
        String part = role == Node.Role.PART ? component : null;
        return new Node(id, role, part, new Json.Obj(parameters), run, own.credentials());
    }

    private static Node.Role role(String id, @Nullable String type, @Nullable String component) {
        if ("Input".equals(type)) {
            return Node.Role.INPUT;
        }
        return "Output".equals(type) ? Node.Role.OUTPUT : Names.role(id, component != null);
    }

    private static List<Object> joined(List<Object> path, String key) {
        List<Object> joined = new ArrayList<>(path);
        joined.add(key);
        return joined;
    }

    private List<Edge> readEdges(YamlNode.@Nullable Sequence list) {
        List<Edge> edges = new ArrayList<>();
        List<YamlNode> items = list == null ? List.of() : list.items();
        for (int i = 0; i < items.size(); i++) {
            Json data = Fields.data(items.get(i));
            String from = member(data, "from", "source");
            String to = member(data, "to", "target");
            if (from == null || to == null) {
                findings.add(ProblemCode.EDGE_WITHOUT_NODE, items.get(i), i + 1);
                continue;
            }
            nodes.computeIfAbsent(from, NodeReader::bare);
            nodes.computeIfAbsent(to, NodeReader::bare);
            edges.add(new Edge(i, from, relation(data, items.get(i), from, to), to));
        }
        return edges;
    }

    private Relation relation(Json data, YamlNode at, String from, String to) {
        String written = member(data, "type", "relation", "label");
        String word = written == null ? "PIPE" : written.strip();
        String detail =
                member(data, "iterator", "variable", "item", "condition", "expression", "branch");
        Relation relation = Relations.parse(word);
        if (detail != null) {
            relation =
                    switch (relation) {
                        case Relation.Foreach _ -> new Relation.Foreach(detail);
                        case Relation.If _ -> new Relation.If(detail);
                        case Relation.Unknown _ -> Relations.parse(word + "(" + detail + ")");
                        case Relation known -> known;
                    };
        }
        if (relation instanceof Relation.Unknown(String unknown)) {
            String meant = Relations.suggest(unknown);
            String hint =
                    meant == null
                            ? findings.messages().text("hint.relations")
                            : findings.messages().text("hint.meant", meant);
            findings.add(ProblemCode.UNKNOWN_RELATION, at, unknown, hint, from, to);
        }
        return relation;
    }

    private static @Nullable String member(Json data, String... names) {
        if (data instanceof Json.Obj object) {
            for (String name : names) {
                if (object.get(name) instanceof Json.Str(String text) && !text.isBlank()) {
                    return text;
                }
            }
        }
        return null;
    }
}
