package dev.arcrun.engine.recipe;

import dev.arcrun.engine.value.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A recipe's meaning. Nodes are in order of first appearance in the flow, edges in flow order.
 *
 * @param inputs JSON Schema (2020-12) of the run input
 * @param maxParallel how many part calls run at once, at least 1
 * @param onFailure name of the recipe that receives the record of a failed run
 */
public record Recipe(
        String name,
        @Nullable String description,
        boolean strict,
        boolean durable,
        boolean safe,
        int maxParallel,
        @Nullable String onFailure,
        Json.@Nullable Obj inputs,
        List<Trigger> triggers,
        Map<String, Node> nodes,
        List<Edge> edges) {

    public static final int DEFAULT_MAX_PARALLEL = 8;

    public Recipe {
        triggers = List.copyOf(triggers);
        nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
        edges = List.copyOf(edges);
    }

    /** The same recipe with other settings of its nodes. */
    public Recipe withNodes(Map<String, Node> changed) {
        return new Recipe(
                name,
                description,
                strict,
                durable,
                safe,
                maxParallel,
                onFailure,
                inputs,
                triggers,
                changed,
                edges);
    }

    public @Nullable Node node(String nodeName) {
        return nodes.get(nodeName);
    }
}
