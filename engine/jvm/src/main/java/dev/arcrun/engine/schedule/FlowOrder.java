package dev.arcrun.engine.schedule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Topological order: again and again the first step in flow order whose sources all have their
 * place.
 */
final class FlowOrder {
    final List<Step> steps = new ArrayList<>();

    /**
     * Names of the nodes of one circle, the first repeated at the end; empty when there is none.
     */
    final List<String> cycle;

    FlowOrder(Collection<Step> all) {
        Map<Step, Integer> open = new HashMap<>();
        var ready = new PriorityQueue<Step>(Comparator.comparingInt((Step step) -> step.flowIndex));
        for (Step step : all) {
            open.put(step, step.incoming.size());
            if (step.incoming.isEmpty()) {
                ready.add(step);
            }
        }
        while (!ready.isEmpty()) {
            Step step = ready.remove();
            open.remove(step);
            step.index = steps.size();
            steps.add(step);
            for (Route route : step.outgoing) {
                if (open.merge(route.to, -1, Integer::sum) == 0) {
                    ready.add(route.to);
                }
            }
        }
        cycle = open.isEmpty() ? List.of() : circle(open);
    }

    /** Every step left over has a source left over: going back from any, one comes round. */
    private static List<String> circle(Map<Step, Integer> left) {
        var seen = new LinkedHashSet<Step>();
        Step step =
                left.keySet().stream()
                        .min(Comparator.comparingInt((Step each) -> each.flowIndex))
                        .orElseThrow();
        while (seen.add(step)) {
            step =
                    step.incoming.stream()
                            .map(route -> route.from)
                            .filter(left::containsKey)
                            .findFirst()
                            .orElseThrow();
        }
        Deque<String> names = new ArrayDeque<>();
        names.add(step.name());
        boolean inCircle = false;
        for (Step each : seen) {
            inCircle = inCircle || each == step;
            if (inCircle) {
                names.addFirst(each.name());
            }
        }
        // Walked backwards: the start stands last, where it must be, and was added first as well.
        names.removeLast();
        names.addFirst(names.getLast());
        return List.copyOf(names);
    }
}
