package dev.arcrun.engine.schedule;

import java.util.List;

/**
 * One execution of a node within a run.
 *
 * @param iteration indices of the loops around it, outermost first; empty outside loops
 */
public record CallKey(String node, List<Integer> iteration) {
    public CallKey {
        iteration = List.copyOf(iteration);
    }

    /** {@code node} or {@code node[2,0]}. */
    @Override
    public String toString() {
        return iteration.isEmpty() ? node : node + iteration.toString().replace(" ", "");
    }
}
