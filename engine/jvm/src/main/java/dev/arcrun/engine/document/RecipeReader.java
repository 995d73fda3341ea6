package dev.arcrun.engine.document;

import dev.arcrun.engine.document.Problem.QuickFix;
import dev.arcrun.engine.document.yaml.YamlNode;
import dev.arcrun.engine.recipe.Edge;
import dev.arcrun.engine.recipe.Names;
import dev.arcrun.engine.recipe.Node;
import dev.arcrun.engine.recipe.Recipe;
import dev.arcrun.engine.recipe.Spelling;
import dev.arcrun.engine.recipe.Trigger;
import dev.arcrun.engine.value.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A recipe from its tree: the best that can be made of it, and a problem for everything else. */
final class RecipeReader {
    static final Recipe EMPTY =
            new Recipe(
                    "",
                    null,
                    false,
                    false,
                    false,
                    Recipe.DEFAULT_MAX_PARALLEL,
                    null,
                    null,
                    List.of(),
                    Map.of(),
                    List.of());

    private static final Set<String> KEYS = Set.copyOf(EditPlan.ORDER);

    private static final int MOST_PARALLEL = 1_000;
    private static final int MOST_GUESSES = 20;

    private final Findings findings;
    private final YamlNode.Mapping root;
    private final Fields fields;
    private final boolean partial;
    private int guesses;

    /**
     * @param partial whether the text has syntax errors, so that what is missing may only be unread
     */
    RecipeReader(Findings findings, YamlNode.Mapping root, boolean partial) {
        this.findings = findings;
        this.root = root;
        this.fields = new Fields(root, "", findings);
        this.partial = partial;
    }

    Reading read() {
        fields.checkKeys(KEYS);
        String name = recipeName();
        List<Edge> edges = flow();
        Map<String, Node> nodes = new LinkedHashMap<>();
        Map<String, Node> unplaced = new LinkedHashMap<>();
        Map<String, List<Object>> configs = new LinkedHashMap<>();
        List<Trigger> triggers =
                new ArrayList<>(new TriggerReader(findings).read(fields.list("triggers")));
        nodes(edges, nodes, unplaced, configs, triggers);
        Recipe recipe = recipe(name, triggers, nodes, edges);
        new PlaceholderRule(findings).check(root);
        return new Reading(
                recipe,
                unplaced,
                new Outline(false, List.of("flow"), configs, inverse(configs)),
                true);
    }

    private Recipe recipe(
            String name, List<Trigger> triggers, Map<String, Node> nodes, List<Edge> edges) {
        YamlNode.Mapping inputs = fields.mapping("inputs");
        return new Recipe(
                name,
                fields.text("description"),
                fields.truth("strict", false),
                fields.truth("durable", false),
                fields.truth("safe", false),
                (int) fields.whole("max_parallel", 1, MOST_PARALLEL, Recipe.DEFAULT_MAX_PARALLEL),
                fields.text("on_failure"),
                inputs == null ? null : (Json.Obj) Fields.data(inputs),
                triggers,
                nodes,
                edges);
    }

    static Map<List<Object>, String> inverse(Map<String, List<Object>> configs) {
        Map<List<Object>, String> names = new HashMap<>();
        configs.forEach((node, path) -> names.put(path, node));
        return names;
    }

    private String recipeName() {
        String name = fields.text("name");
        if (name == null) {
            if (fields.node("name") == null && !partial) {
                findings.add(ProblemCode.NAME_MISSING, top(), List.of());
            }
            return "";
        }
        YamlNode node = fields.node("name");
        if (!Names.isRecipe(name) && node != null) {
            findings.add(ProblemCode.NAME_INVALID, node, name);
        }
        return name;
    }

    private Problem.Place top() {
        return findings.place(root.content(), root.content());
    }

    private List<Edge> flow() {
        YamlNode.Sequence flow = fields.list("flow");
        boolean missing = flow == null ? fields.node("flow") == null : flow.items().isEmpty();
        if (missing && !partial) {
            YamlNode.Entry entry = root.entry("flow");
            findings.add(
                    ProblemCode.FLOW_MISSING,
                    entry == null ? top() : findings.place(entry.key()),
                    List.of());
        }
        return flow == null ? List.of() : new FlowReader(findings).read(flow);
    }

    private void nodes(
            List<Edge> edges,
            Map<String, Node> nodes,
            Map<String, Node> unplaced,
            Map<String, List<Object>> configs,
            List<Trigger> triggers) {
        YamlNode.Mapping config = fields.mapping("config");
        Map<String, YamlNode.Entry> entries = entries(config);
        NodeReader reader = new NodeReader(findings);
        Set<String> used = new HashSet<>();
        for (Edge edge : edges) {
            for (String name : List.of(edge.from(), edge.to())) {
                if (nodes.containsKey(name)) {
                    continue;
                }
                YamlNode.Entry entry = settings(entries, name);
                if (entry != null && entry.name() != null) {
                    used.add(entry.name());
                    configs.put(name, List.of("config", entry.name()));
                }
                nodes.put(name, reader.read(name, entry == null ? null : entry.value()));
                addTrigger(nodes.get(name), entry, triggers);
            }
        }
        entries.forEach((key, entry) -> {
            if (!used.contains(key)) {
                configs.putIfAbsent(key, List.of("config", key));
                unplaced.put(key, reader.read(key, entry.value()));
                unused(key, entry, nodes.keySet(), entries.keySet());
            }
        });
    }

    private static Map<String, YamlNode.Entry> entries(YamlNode.@Nullable Mapping config) {
        Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
        if (config != null) {
            for (YamlNode.Entry entry : config.entries()) {
                String key = entry.name();
                if (key != null) {
                    entries.put(key, entry);
                }
            }
        }
        return entries;
    }

    private static YamlNode.@Nullable Entry settings(
            Map<String, YamlNode.Entry> entries, String name) {
        YamlNode.Entry entry = entries.get(name);
        return entry != null ? entry : entries.get(Names.id(name));
    }

    private void addTrigger(
            @Nullable Node node, YamlNode.@Nullable Entry entry, List<Trigger> triggers) {
        if (node != null
                && entry != null
                && "cron".equals(node.component())
                && YamlNode.resolve(entry.value()) instanceof YamlNode.Mapping mapping) {
            Trigger trigger = new TriggerReader(findings).ofNode(mapping, node.name());
            if (trigger != null) {
                triggers.add(trigger);
            }
        }
    }

    private void unused(String key, YamlNode.Entry entry, Set<String> placed, Set<String> settled) {
        if (partial) {
            return;
        }
        List<QuickFix> fixes = new ArrayList<>();
        String meant = null;
        if (guesses++ < MOST_GUESSES) {
            List<String> open = placed.stream().filter(name -> !settled.contains(name)).toList();
            meant = Spelling.nearest(key, open);
        }
        if (meant != null && entry.key() instanceof YamlNode.Scalar scalar) {
            Edit edit = new Edit.ReplaceText(scalar.content(), scalar.end(), meant);
            fixes.add(findings.fix("fix.rename_key", List.of(edit), key, meant));
        }
        fixes.add(findings.fix("fix.remove_settings", List.of(new Edit.RemoveNode(key)), key));
        findings.add(ProblemCode.CONFIG_WITHOUT_NODE, findings.place(entry.key()), fixes, key);
    }
}
