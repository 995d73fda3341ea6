package dev.arcrun.engine.schedule;

import dev.arcrun.engine.recipe.Edge;
import dev.arcrun.engine.recipe.Node;
import dev.arcrun.engine.recipe.Recipe;
import dev.arcrun.engine.recipe.Relation;
import dev.arcrun.engine.template.Names;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What can be known of a recipe before it runs: order, loop bodies, who comes before whom.
 *
 * <p>A node that only documentation edges name takes no part in a run.
 */
final class Topology {
    final Block root = new Block(null);

    /** In topological order; incomplete when there is a {@link #cycle}. */
    final List<Step> steps;

    /** The nodes of one circle of edges, or nothing; with a circle the rest isn't filled in. */
    final List<String> cycle;

    /** The virtual inputs. */
    final List<Step> inputs = new ArrayList<>();

    private final Map<String, Step> byName = new LinkedHashMap<>();
    private final Map<String, Step> byId = new LinkedHashMap<>();

    Topology(Recipe recipe) {
        for (Edge edge : recipe.edges()) {
            connect(recipe, edge);
        }
        var order = new FlowOrder(byName.values());
        steps = order.steps;
        cycle = order.cycle;
        if (cycle.isEmpty()) {
            findBodies();
            findExits();
        }
    }

    /** The step of that name as written, else of that Arcrun id; null when there is none. */
    @Nullable Step named(String name) {
        Step step = byName.get(name);
        return step == null ? byId.get(name) : step;
    }

    private void connect(Recipe recipe, Edge edge) {
        if (edge.relation() instanceof Relation.Documentation) {
            return;
        }
        Step from = step(recipe, edge.from());
        Step to = step(recipe, edge.to());
        if (!edge.relation().executable()) {
            to.brokenIncoming = true;
            return;
        }
        var route = new Route(edge, from, to);
        from.outgoing.add(route);
        to.incoming.add(route);
        to.isSubflow |= edge.relation() instanceof Relation.CallsSubflow;
        if (route.isLoop()) {
            from.loops.add(route);
        }
    }

    /** A step belongs to the innermost body through which all ways to it lead. */
    private void findBodies() {
        for (Step step : steps) {
            step.block = step.node.role() == Node.Role.OUTPUT ? root : sharedBlock(step);
            step.slot = step.block.steps.size();
            step.block.steps.add(step);
            for (Route loop : step.loops) {
                loop.body = new Block(step.block);
            }
        }
    }

    private Block sharedBlock(Step step) {
        Block shared = null;
        for (Route route : step.incoming) {
            Block start = route.startBlock();
            shared = shared == null ? start : Block.common(shared, start);
        }
        return shared == null ? root : shared;
    }

    private void findExits() {
        for (Step step : steps) {
            for (Route route : step.outgoing) {
                Block left = route.startBlock();
                while (left != route.to.block && left.parent != null) {
                    left.exits.add(route);
                    left = left.parent;
                }
            }
        }
    }

    private Step step(Recipe recipe, String name) {
        Step known = byName.get(name);
        if (known != null) {
            return known;
        }
        Node node = recipe.node(name);
        if (node == null) {
            throw new IllegalArgumentException("an edge names a node that is missing: " + name);
        }
        var step = new Step(node, byName.size(), root);
        byName.put(name, step);
        byId.putIfAbsent(Names.id(name), step);
        if (node.role() == Node.Role.INPUT) {
            inputs.add(step);
        }
        return step;
    }
}
