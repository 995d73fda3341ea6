package dev.arcrun.engine.schedule;

import dev.arcrun.engine.value.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The entries of a run: one for each attempt of each node. RECIPE.md, section 8. */
final class Trace {
    private record Line(Step step, TraceEntry entry) {}

    private static final Comparator<Line> ORDER =
            Comparator.comparingInt((Line line) -> line.step.index)
                    .thenComparing(line -> line.entry.key().iteration(), Trace::compareIterations)
                    .thenComparingInt(line -> line.entry.attempt());

    private final List<Line> ended = new ArrayList<>();

    /** An entry of the attempt a node is at, which has no end yet. */
    static TraceEntry begun(RunState run, NodeState state) {
        var status =
                state.phase == NodeState.Phase.PARKED
                        ? TraceEntry.Status.WAITING
                        : TraceEntry.Status.RUNNING;
        return entry(run, state, status, null, null);
    }

    /** The entry of a node that is parked with what it gave so far. */
    static TraceEntry parked(RunState run, NodeState state, Json output) {
        return entry(run, state, TraceEntry.Status.WAITING, output, null);
    }

    /** Keeps the entry of the attempt a node has ended. */
    TraceEntry end(
            RunState run,
            NodeState state,
            TraceEntry.Status status,
            @Nullable Json output,
            ResultRules.@Nullable Failure failure) {
        TraceEntry entry = entry(run, state, status, output, failure);
        ended.add(new Line(state.step, entry));
        return entry;
    }

    /** Keeps that a step was skipped, alone or with the whole loop around it. */
    TraceEntry skip(RunState run, Step step, CallKey key) {
        var entry =
                new TraceEntry(
                        key,
                        PartName.of(run, step),
                        TraceEntry.Status.SKIPPED,
                        0,
                        run.nowMs - run.startedAtMs,
                        0,
                        null,
                        null,
                        null,
                        null,
                        List.of());
        ended.add(new Line(step, entry));
        return entry;
    }

    /**
     * In topological order, then by iteration, then by attempt.
     *
     * @param open nodes whose entry has no end yet
     */
    List<TraceEntry> inOrder(RunState run, Collection<NodeState> open) {
        Stream<Line> begun = open.stream().map(state -> new Line(state.step, begun(run, state)));
        return Stream.concat(ended.stream(), begun).sorted(ORDER).map(Line::entry).toList();
    }

    private static TraceEntry entry(
            RunState run,
            NodeState state,
            TraceEntry.Status status,
            @Nullable Json output,
            ResultRules.@Nullable Failure failure) {
        return new TraceEntry(
                state.key,
                PartName.of(run, state.step),
                status,
                state.attempt,
                state.startedAtMs - run.startedAtMs,
                run.nowMs - state.startedAtMs,
                state.input,
                output,
                failure == null ? null : failure.error(),
                failure == null ? null : failure.code(),
                state.unresolved);
    }

    private static int compareIterations(List<Integer> a, List<Integer> b) {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            int order = Integer.compare(a.get(i), b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.size(), b.size());
    }
}
