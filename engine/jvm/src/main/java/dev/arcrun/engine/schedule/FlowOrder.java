package dev.arcrun.engine.schedule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Topological order: again and again the first step in flow order whose sources all have their
 * place.
 */
final class FlowOrder {
    private static final Comparator<Step> FLOW =
            Comparator.comparingInt((Step step) -> step.flowIndex);

    final List<Step> steps = new ArrayList<>();

    /**
     * Names of the nodes of one circle, the first repeated at the end; empty when there is none.
     */
    final List<String> cycle;

    FlowOrder(Collection<Step> all) {
        Map<Step, Integer> open = new HashMap<>();
        var ready = new PriorityQueue<>(FLOW);
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
        Step step = Collections.min(left.keySet(), FLOW);
        List<Step> back = new ArrayList<>();
        Set<Step> seen = new HashSet<>();
        while (seen.add(step)) {
            back.add(step);
            step =
                    step.incoming.stream()
                            .map(route -> route.from)
                            .filter(left::containsKey)
                            .findFirst()
                            .orElseThrow();
        }
        List<String> names = new ArrayList<>();
        names.add(step.name());
        back.subList(back.indexOf(step), back.size())
                .reversed()
                .forEach(it -> names.add(it.name()));
        return names;
    }
}
