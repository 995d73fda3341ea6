package dev.arcrun.engine.document;

import dev.arcrun.engine.document.yaml.TreeEdit;
import dev.arcrun.engine.document.yaml.YamlEditor;
import dev.arcrun.engine.document.yaml.YamlTree;
import dev.arcrun.engine.recipe.Edge;
import dev.arcrun.engine.recipe.Names;
import dev.arcrun.engine.recipe.Node;
import dev.arcrun.engine.recipe.NodeRun;
import dev.arcrun.engine.recipe.Recipe;
import dev.arcrun.engine.recipe.Trigger;
import dev.arcrun.engine.value.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A recipe's model as recipe YAML. */
final class RecipeYaml {
    private RecipeYaml() {}

    static String write(Recipe recipe) {
        Map<String, Json> top = new LinkedHashMap<>();
        top.put("name", Json.of(recipe.name()));
        put(top, "description", recipe.description());
        putTrue(top, "strict", recipe.strict());
        putTrue(top, "durable", recipe.durable());
        putTrue(top, "safe", recipe.safe());
        if (recipe.maxParallel() != Recipe.DEFAULT_MAX_PARALLEL) {
            top.put("max_parallel", Json.of(recipe.maxParallel()));
        }
        put(top, "on_failure", recipe.onFailure());
        if (recipe.inputs() != null) {
            top.put("inputs", recipe.inputs());
        }
        List<Json> triggers =
                recipe.triggers().stream()
                        .filter(trigger -> !isOfNode(trigger, recipe))
                        .map(RecipeYaml::trigger)
                        .toList();
        if (!triggers.isEmpty()) {
            top.put("triggers", Json.array(triggers));
        }
        List<Json> flow = new ArrayList<>();
        for (Edge edge : recipe.edges()) {
            flow.add(
                    Json.of(
                            Triplet.write(
                                    name(edge.from(), recipe),
                                    edge.relation(),
                                    name(edge.to(), recipe))));
        }
        top.put("flow", Json.array(flow));
        Map<String, Json> config = new LinkedHashMap<>();
        for (Node node : recipe.nodes().values()) {
            Json.Obj settings = node(node);
            if (!settings.members().isEmpty()) {
                config.put(name(node.name(), recipe), settings);
            }
        }
        if (!config.isEmpty()) {
            top.put("config", new Json.Obj(config));
        }
        YamlTree tree = YamlTree.read("");
        for (Map.Entry<String, Json> entry : top.entrySet()) {
            tree =
                    YamlEditor.apply(
                                    tree,
                                    new TreeEdit.Set(List.of(entry.getKey()), entry.getValue()))
                            .tree();
        }
        return tree.text();
    }

    /** In a recipe a virtual node is known by its name alone. */
    private static String name(String node, Recipe recipe) {
        Node found = recipe.node(node);
        if (found == null || found.role() == Names.role(node, found.component() != null)) {
            return node;
        }
        return switch (found.role()) {
            case INPUT -> "input";
            case OUTPUT -> "output";
            case PART -> node;
        };
    }

    /** Whether a node of the part cron says the same. */
    private static boolean isOfNode(Trigger trigger, Recipe recipe) {
        return trigger instanceof Trigger.Cron(String expression, String zone, _)
                && zone.equals("UTC")
                && recipe.nodes().values().stream()
                        .anyMatch(node ->
                                "cron".equals(node.component())
                                        && Json.of(expression)
                                                .equals(node.parameters().get("cron_expr")));
    }

    private static void put(Map<String, Json> into, String key, @Nullable String text) {
        if (text != null) {
            into.put(key, Json.of(text));
        }
    }

    private static void putTrue(Map<String, Json> into, String key, boolean truth) {
        if (truth) {
            into.put(key, Json.TRUE);
        }
    }

    private static Json trigger(Trigger trigger) {
        Map<String, Json> written = new LinkedHashMap<>();
        switch (trigger) {
            case Trigger.Cron(String expression, String timezone, boolean overlap) -> {
                written.put("cron", Json.of(expression));
                written.put("timezone", Json.of(timezone));
                putTrue(written, "overlap", overlap);
            }
            case Trigger.Webhook(boolean open, String style, String secret) -> {
                Map<String, Json> verify = new LinkedHashMap<>();
                put(verify, "style", style);
                put(verify, "secret", secret);
                Map<String, Json> webhook = new LinkedHashMap<>();
                webhook.put("public", Json.of(open));
                if (!verify.isEmpty()) {
                    webhook.put("verify", new Json.Obj(verify));
                }
                written.put("webhook", new Json.Obj(webhook));
            }
        }
        return new Json.Obj(written);
    }

    private static Json.Obj node(Node node) {
        Map<String, Json> settings = new LinkedHashMap<>();
        boolean otherwiseVirtual =
                node.role() == Node.Role.PART && Names.role(node.name(), false) != Node.Role.PART;
        put(settings, "component", otherwiseVirtual ? node.componentName() : node.component());
        settings.putAll(node.parameters().members());
        Json.Obj run = run(node.run());
        if (!run.members().isEmpty()) {
            settings.put("run", run);
        }
        if (!node.credentials().isEmpty()) {
            Map<String, Json> credentials = new LinkedHashMap<>();
            node.credentials().forEach((key, name) -> credentials.put(key, Json.of(name)));
            settings.put("credentials", new Json.Obj(credentials));
        }
        return new Json.Obj(settings);
    }

    private static Json.Obj run(NodeRun run) {
        Map<String, Json> written = new LinkedHashMap<>();
        if (run.timeoutMs() != NodeRun.DEFAULT_TIMEOUT_MS) {
            written.put("timeout_ms", Json.of((double) run.timeoutMs()));
        }
        NodeRun.Retry retry = run.retry();
        if (retry != null) {
            Map<String, Json> again = new LinkedHashMap<>();
            again.put("attempts", Json.of(retry.attempts()));
            again.put("delay_ms", Json.of((double) retry.delayMs()));
            again.put("factor", Json.of(retry.factor()));
            if (!retry.on().isEmpty()) {
                again.put(
                        "on", Json.array(retry.on().stream().map(code -> Json.of(code)).toList()));
            }
            written.put("retry", new Json.Obj(again));
        }
        putTrue(written, "optional", run.optional());
        if (run.concurrency() != 1) {
            written.put("concurrency", Json.of(run.concurrency()));
        }
        put(written, "each", run.each());
        return new Json.Obj(written);
    }
}
