package dev.arcrun.engine.document;

import dev.arcrun.engine.recipe.Node;
import dev.arcrun.engine.recipe.NodeRun;
import dev.arcrun.engine.recipe.Recipe;
import dev.arcrun.engine.recipe.Trigger;
import dev.arcrun.engine.value.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A recipe as the cases describe it. */
final class RecipeDescription {
    private RecipeDescription() {}

    static Json.Obj of(RecipeDocument document) {
        Recipe recipe = document.recipe();
        Map<String, Json> all = new LinkedHashMap<>();
        all.put("name", Json.of(recipe.name()));
        all.put("description", Json.of(recipe.description()));
        all.put("strict", Json.of(recipe.strict()));
        all.put("durable", Json.of(recipe.durable()));
        all.put("safe", Json.of(recipe.safe()));
        all.put("max_parallel", Json.of(recipe.maxParallel()));
        all.put("on_failure", Json.of(recipe.onFailure()));
        all.put("inputs", recipe.inputs() == null ? Json.NULL : recipe.inputs());
        all.put(
                "triggers",
                Json.array(recipe.triggers().stream().map(RecipeDescription::trigger).toList()));
        all.put("edges", Json.array(recipe.edges().stream().map(RecipeDescription::edge).toList()));
        all.put("nodes", texts(List.copyOf(recipe.nodes().keySet())));
        all.put("unplaced", texts(List.copyOf(document.unplacedNodes().keySet())));
        all.put(
                "roles",
                each(recipe, node -> Json.of(node.role().name().toLowerCase(Locale.ROOT))));
        all.put("components", each(recipe, node -> Json.of(node.componentName())));
        all.put("parameters", each(recipe, Node::parameters));
        all.put("credentials", each(recipe, RecipeDescription::credentials));
        all.put("run", each(recipe, node -> run(node.run())));
        return new Json.Obj(all);
    }

    private static Json each(Recipe recipe, java.util.function.Function<Node, Json> value) {
        Map<String, Json> values = new LinkedHashMap<>();
        recipe.nodes()
                .forEach((name, node) -> {
                    Json found = value.apply(node);
                    if (!found.equals(Json.Obj.EMPTY)) {
                        values.put(name, found);
                    }
                });
        return new Json.Obj(values);
    }

    private static Json texts(List<String> texts) {
        return Json.array(texts.stream().map(text -> Json.of(text)).toList());
    }

    private static Json edge(dev.arcrun.engine.recipe.Edge edge) {
        return Json.of(Triplet.write(edge.from(), edge.relation(), edge.to()));
    }

    private static Json credentials(Node node) {
        Map<String, Json> names = new LinkedHashMap<>();
        node.credentials().forEach((key, name) -> names.put(key, Json.of(name)));
        return new Json.Obj(names);
    }

    private static Json trigger(Trigger trigger) {
        return switch (trigger) {
            case Trigger.Cron(String expression, String zone, boolean overlap) ->
                    Json.of("cron " + expression + " " + zone + (overlap ? " overlap" : ""));
            case Trigger.Webhook(boolean open, String style, String secret) ->
                    Json.of(
                            "webhook "
                                    + (open ? "public" : "private")
                                    + " "
                                    + style
                                    + " "
                                    + secret);
        };
    }

    private static Json run(NodeRun run) {
        if (run.equals(NodeRun.DEFAULT)) {
            return Json.Obj.EMPTY;
        }
        NodeRun.Retry retry = run.retry();
        Json again =
                retry == null
                        ? Json.NULL
                        : Json.object(
                                "attempts", Json.of(retry.attempts()),
                                "delay_ms", Json.of(retry.delayMs()),
                                "factor", Json.of(retry.factor()),
                                "on", texts(retry.on()));
        return Json.object(
                "timeout_ms", Json.of(run.timeoutMs()),
                "retry", again,
                "optional", Json.of(run.optional()),
                "concurrency", Json.of(run.concurrency()),
                "each", Json.of(run.each()));
    }
}
