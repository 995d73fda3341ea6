package dev.arcrun.engine.schedule;

import dev.arcrun.engine.value.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where one execution of a step stands. */
final class NodeState {
    enum Phase {
        /** Some incoming edge is not settled. */
        BLOCKED,
        /** May start as soon as a call is free. */
        READY,
        /** A part or another recipe is at work. */
        CALLED,
        /** Until the next attempt. */
        DELAYED,
        /** Until somebody resumes it. */
        PARKED,
        /** Its own result is there, its loops go on. */
        LOOPING,
        /** Came to its end, or was skipped. */
        CONCLUDED
    }

    final Step step;
    final Frame frame;
    final CallKey key;
    Phase phase = Phase.BLOCKED;

    /** Incoming edges that are not settled. */
    int unsettled;

    /** Incoming edges that were taken, in flow order once all are settled. */
    final List<Route> arrivals = new ArrayList<>(1);

    int attempt = 1;
    long startedAtMs;

    /** What the host was asked for, once it was. */
    @Nullable Command call;

    @Nullable Json input;
    @Nullable Json result;
    ResultRules.@Nullable Failure failure;
    List<String> unresolved = List.of();

    /** Loops of this node that began, in flow order. */
    final List<Loop> loops = new ArrayList<>(0);

    /** Whether an edge other than FOREACH to a step of the same block was taken. */
    boolean leads;

    NodeState(Step step, Frame frame) {
        this.step = step;
        this.frame = frame;
        this.key = new CallKey(step.name(), frame.iteration);
        this.unsettled = step.incoming.size();
    }

    void noteUnresolved(String reference) {
        List<String> more = new ArrayList<>(unresolved);
        more.add(reference);
        unresolved = List.copyOf(more);
    }
}
