package dev.arcrun.engine.schedule;

import dev.arcrun.engine.recipe.Node;
import dev.arcrun.engine.value.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a run, or an iteration, gives. RECIPE.md, section 3. */
final class RunResult {
    private RunResult() {}

    /**
     * What the virtual output received; else the result of the only node that leads nowhere; else
     * an object of such results by node name.
     */
    static Json of(Frame frame) {
        List<NodeState> outputs = new ArrayList<>();
        List<NodeState> ends = new ArrayList<>();
        for (NodeState state : frame.states) {
            if (state.result != null) {
                if (state.step.node.role() == Node.Role.OUTPUT) {
                    outputs.add(state);
                } else if (!state.leads) {
                    ends.add(state);
                }
            }
        }
        if (!outputs.isEmpty()) {
            return merged(outputs);
        }
        return ends.size() == 1 ? result(ends.getFirst()) : byName(ends);
    }

    /** Results of the sources of the edges that were taken, merged. */
    static Json received(NodeState state) {
        List<Route> arrivals = new ArrayList<>(state.arrivals);
        arrivals.sort(Comparator.comparingInt((Route route) -> route.edge.index()));
        Map<String, Json> sources = new LinkedHashMap<>();
        for (Route route : arrivals) {
            Json result = state.frame.resultOf(route.from);
            if (result != null) {
                sources.put(route.from.name(), result);
            }
        }
        return merged(sources);
    }

    private static Json merged(List<NodeState> states) {
        Map<String, Json> results = new LinkedHashMap<>();
        for (NodeState state : states) {
            results.put(state.step.name(), result(state));
        }
        return merged(results);
    }

    /**
     * One result as it is. Several: the fields of all, later ones win; a result that isn't an
     * object stands under its node's name.
     */
    private static Json merged(Map<String, Json> results) {
        if (results.size() == 1) {
            return results.values().iterator().next();
        }
        Map<String, Json> fields = new LinkedHashMap<>();
        results.forEach((name, result) -> {
            if (result instanceof Json.Obj object) {
                fields.putAll(object.members());
            } else {
                fields.put(name, result);
            }
        });
        return new Json.Obj(fields);
    }

    private static Json byName(List<NodeState> states) {
        Map<String, Json> results = new LinkedHashMap<>();
        for (NodeState state : states) {
            results.put(state.step.name(), result(state));
        }
        return new Json.Obj(results);
    }

    private static Json result(NodeState state) {
        return state.result == null ? Json.NULL : state.result;
    }
}
