package dev.arcrun.engine.validate;

import dev.arcrun.engine.recipe.Edge;
import dev.arcrun.engine.recipe.Node;
import dev.arcrun.engine.recipe.Recipe;
import dev.arcrun.engine.recipe.Relation;
import dev.arcrun.engine.template.Names;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The recipe as a graph of the edges that a run can take. */
final class Flow {
    /** A node with the edges that a run can take. */
    static final class Stop {
        final Node node;
        final int index;
        final List<Way> in = new ArrayList<>(2);
        final List<Way> out = new ArrayList<>(2);

        /** Whether more than documentation names it; otherwise it takes no part in a run. */
        boolean used;

        /** The sub-recipe that CALLS_SUBFLOW makes of it, rather than a part. */
        boolean subflow;

        /** Its place in the topological order; -1 on and behind a cycle. */
        int rank = -1;

        /** The innermost loop it runs in, or null. */
        @Nullable Loop loop;

        Stop(Node node, int index) {
            this.node = node;
            this.index = index;
        }

        String name() {
            return node.name();
        }

        boolean virtual() {
            return node.role() != Node.Role.PART;
        }

        boolean startsLoop() {
            return out.stream().anyMatch(Way::startsLoop);
        }
    }

    /** An edge between two stops. */
    record Way(Edge edge, Stop from, Stop to) {
        boolean startsLoop() {
            return edge.relation() instanceof Relation.Foreach;
        }
    }

    /**
     * What runs once per item of a FOREACH edge.
     *
     * @param entry its FOREACH edge
     * @param parent the loop around it, or null
     * @param depth loops around it
     */
    record Loop(Way entry, @Nullable Loop parent, int depth) {
        String variable() {
            return variable(entry);
        }

        /** The variable of a FOREACH edge. */
        static String variable(Way entry) {
            return entry.edge().relation() instanceof Relation.Foreach(String name) ? name : "";
        }
    }

    final List<Stop> stops = new ArrayList<>();

    /** In topological order; without those on and behind a cycle. */
    final List<Stop> order;

    private final Map<String, Stop> byName = new HashMap<>();
    private final Map<String, Stop> byId = new HashMap<>();

    Flow(Recipe recipe) {
        for (Node node : recipe.nodes().values()) {
            var stop = new Stop(node, stops.size());
            stops.add(stop);
            byName.put(node.name(), stop);
            byId.putIfAbsent(Names.id(node.name()), stop);
        }
        for (Edge edge : recipe.edges()) {
            connect(edge);
        }
        order = inOrder();
        if (acyclic()) {
            LoopBodies.find(order);
        }
    }

    boolean acyclic() {
        return order.size() == stops.size();
    }

    /** The stop of that name as written, else of that Arcrun id; null when there is none. */
    @Nullable Stop named(String name) {
        Stop stop = byName.get(name);
        return stop == null ? byId.get(name) : stop;
    }

    private void connect(Edge edge) {
        Stop from = byName.get(edge.from());
        Stop to = byName.get(edge.to());
        if (from == null || to == null || edge.relation() instanceof Relation.Documentation) {
            return;
        }
        from.used = true;
        to.used = true;
        if (!edge.relation().executable()) {
            return;
        }
        var way = new Way(edge, from, to);
        from.out.add(way);
        to.in.add(way);
        to.subflow |= edge.relation() instanceof Relation.CallsSubflow;
    }

    private List<Stop> inOrder() {
        int[] waiting = new int[stops.size()];
        List<Stop> ready = new ArrayList<>();
        for (Stop stop : stops) {
            waiting[stop.index] = stop.in.size();
            if (stop.in.isEmpty()) {
                ready.add(stop);
            }
        }
        for (int next = 0; next < ready.size(); next++) {
            Stop stop = ready.get(next);
            stop.rank = next;
            for (Way way : stop.out) {
                if (--waiting[way.to().index] == 0) {
                    ready.add(way.to());
                }
            }
        }
        return ready;
    }
}
