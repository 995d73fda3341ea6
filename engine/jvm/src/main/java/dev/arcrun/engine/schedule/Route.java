package dev.arcrun.engine.schedule;

import dev.arcrun.engine.recipe.Edge;
import dev.arcrun.engine.recipe.Relation;
import org.jspecify.annotations.Nullable;

/** An edge that a run can take. Built by {@link Topology}, not changed afterwards. */
final class Route {
    final Edge edge;
    final Step from;
    final Step to;

    /** The body that a FOREACH edge repeats, else null. */
    @Nullable Block body;

    /** Of an IF edge, else null. */
    final @Nullable Condition condition;

    Route(Edge edge, Step from, Step to) {
        this.edge = edge;
        this.from = from;
        this.to = to;
        this.condition =
                edge.relation() instanceof Relation.If(String text) ? Condition.read(text) : null;
    }

    boolean isLoop() {
        return edge.relation() instanceof Relation.Foreach;
    }

    /** The loop variable of a FOREACH edge. */
    String variable() {
        if (edge.relation() instanceof Relation.Foreach(String variable)) {
            return variable;
        }
        throw new IllegalStateException(this + " is not a loop");
    }

    /** The block a target has to share so that nothing leaves a loop's body. */
    Block startBlock() {
        return body == null ? from.block : body;
    }

    @Override
    public String toString() {
        return from.name() + " → " + to.name();
    }
}
