package dev.arcrun.engine.schedule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Steps that come before one, nearest first (fewest edges), ties in flow order. Goes back only as
 * far as it is asked to.
 */
final class Ancestors implements Iterable<Step> {
    private static final Comparator<Step> FLOW_ORDER =
            Comparator.comparingInt((Step step) -> step.flowIndex);

    private final List<Step> nearest;

    private Ancestors(List<Step> nearest) {
        this.nearest = nearest;
    }

    static Ancestors of(Step step) {
        return new Ancestors(sources(step));
    }

    /** The step itself as the nearest, then its ancestors. */
    static Ancestors from(Step step) {
        return new Ancestors(List.of(step));
    }

    private static List<Step> sources(Step step) {
        List<Step> sources = new ArrayList<>(step.incoming.size());
        for (Route route : step.incoming) {
            sources.add(route.from);
        }
        return sources;
    }

    boolean contains(Step wanted) {
        return nearest.contains(wanted) || isFurtherBack(wanted);
    }

    private boolean isFurtherBack(Step wanted) {
        Deque<Step> open = new ArrayDeque<>(nearest);
        var seen = new HashSet<Step>();
        while (!open.isEmpty()) {
            for (Route route : open.pop().incoming) {
                Step source = route.from;
                if (source == wanted) {
                    return true;
                }
                // What stands before the wanted one in topological order can't come after it.
                if (source.index > wanted.index && seen.add(source)) {
                    open.push(source);
                }
            }
        }
        return false;
    }

    @Override
    public Iterator<Step> iterator() {
        return new Iterator<>() {
            private final BitSet seen = new BitSet();
            private List<Step> level = distinct(nearest);
            private int at;

            @Override
            public boolean hasNext() {
                if (at == level.size()) {
                    List<Step> further = new ArrayList<>();
                    for (Step step : level) {
                        further.addAll(sources(step));
                    }
                    level = distinct(further);
                    at = 0;
                }
                return !level.isEmpty();
            }

            @Override
            public Step next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return level.get(at++);
            }

            private List<Step> distinct(List<Step> steps) {
                List<Step> fresh = new ArrayList<>(steps.size());
                for (Step step : steps) {
                    if (!seen.get(step.index)) {
                        seen.set(step.index);
                        fresh.add(step);
                    }
                }
                fresh.sort(FLOW_ORDER);
                return fresh;
            }
        };
    }
}
