package dev.arcrun.engine.schedule;

import dev.arcrun.engine.value.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One pass through a block: the run outside loops, or one iteration. */
final class Frame {
    final Block block;
    final @Nullable Frame parent;

    /** The loop this is an iteration of; null outside loops. */
    final @Nullable Loop loop;

    /** Indices of the loops around it, outermost first. */
    final List<Integer> iteration;

    final NodeState[] states;

    /** Steps that have not come to their end. */
    int open;

    /** Of the nodes that failed unhandled, the first in topological order. */
    @Nullable NodeState failed;

    private Map<Block, Loop> loops = Map.of();

    private Frame(Block block, @Nullable Frame parent, @Nullable Loop loop, List<Integer> at) {
        this.block = block;
        this.parent = parent;
        this.loop = loop;
        this.iteration = at;
        this.open = block.steps.size();
        this.states = new NodeState[open];
        for (Step step : block.steps) {
            states[step.slot] = new NodeState(step, this);
        }
    }

    static Frame root(Block block) {
        return new Frame(block, null, null, List.of());
    }

    static Frame iteration(Loop loop, int index) {
        Frame parent = loop.source.frame;
        List<Integer> at = new ArrayList<>(parent.iteration);
        at.add(index);
        return new Frame(loop.body, parent, loop, List.copyOf(at));
    }

    /** Its position among the iterations of its loop. */
    int index() {
        return iteration.getLast();
    }

    void add(Loop started) {
        if (loops.isEmpty()) {
            loops = new HashMap<>();
        }
        loops.put(started.body, started);
    }

    /** The loop over that body which began here, or null. */
    @Nullable Loop loop(Block body) {
        return loops.get(body);
    }

    void noteFailure(NodeState state) {
        if (failed == null || state.step.index < failed.step.index) {
            failed = state;
        }
    }

    /** The state of a step of this very block. */
    NodeState state(Step step) {
        return states[step.slot];
    }

    /**
     * What a step gave, seen from here: its result, or, where it ran in a loop that is over, {@code
     * {results: […]}} with what it gave in each iteration (null where it gave nothing).
     */
    @Nullable Json resultOf(Step step) {
        Frame frame = this;
        while (!step.block.isWithin(frame.block) && frame.parent != null) {
            frame = frame.parent;
        }
        return frame.within(step);
    }

    private @Nullable Json within(Step step) {
        if (step.block == block) {
            return state(step).result;
        }
        Block body = step.block;
        while (body.parent != block && body.parent != null) {
            body = body.parent;
        }
        Loop ran = loops.get(body);
        return ran == null ? null : ran.resultsOf(step, Frame::within);
    }
}
