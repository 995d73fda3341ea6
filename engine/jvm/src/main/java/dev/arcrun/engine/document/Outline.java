package dev.arcrun.engine.document;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a recipe's parts stand in the tree. Paths lead from the root down.
 *
 * @param compiled whether it is a compiled graph rather than a recipe
 * @param edges path of the list of edges
 * @param configs path of each node's settings, by the node's name
 * @param names the node whose settings stand under a path's text, by that path
 */
record Outline(
        boolean compiled,
        List<Object> edges,
        Map<String, List<Object>> configs,
        Map<List<Object>, String> names) {

    static final Outline EMPTY = new Outline(false, List.of("flow"), Map.of(), Map.of());

    @Nullable List<Object> config(String node) {
        return configs.get(node);
    }
}
