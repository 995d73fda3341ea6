package dev.arcrun.engine.schedule;

import dev.arcrun.engine.part.Components;
import dev.arcrun.engine.recipe.Recipe;
import dev.arcrun.engine.value.Json;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Decides what happens next in one run. No clock, no I/O, no threads: the same events give the same
 * commands, so a run is replayed or restored by giving a new schedule its events again.
 *
 * <p>The first event is {@link Event.Started}. Every {@link Command.CallPart} and {@link
 * Command.CallRecipe} is answered by {@link Event.CallFinished} with its key and attempt, every
 * {@link Command.StartTimer} by {@link Event.TimerFired}, in any order. An event that fits nothing
 * (answered before, never asked for, an unknown task) changes nothing. After {@link Command.Finish}
 * nothing follows: calls still at work have to be stopped.
 *
 * <p>A recipe whose edges form a circle fails at its start with the code {@code CYCLE}.
 */
public final class Schedule {
    private final RunState run;
    private final Settling settling;
    private final Starting starting;
    private boolean started;
    private boolean finished;

    public Schedule(Recipe recipe, Components components, RunContext context) {
        run = new RunState(recipe, components, context);
        settling = new Settling(run);
        starting = new Starting(run, settling);
    }

    /** Takes an event in, and gives what the host has to do, in this order. */
    public List<Command> on(Event event) {
        if (finished || !accept(event)) {
            return List.of();
        }
        if (!finished) {
            goOn();
        }
        return run.takeCommands();
    }

    /** Whether the run is over: {@link Command.Finish} was given. */
    public boolean isFinished() {
        return finished;
    }

    /**
     * The trace so far, in the order of {@link Outcome#trace}: nodes at work are {@code RUNNING},
     * parked ones {@code WAITING}. The record of a waiting run holds it.
     */
    public List<TraceEntry> trace() {
        return run.trace.inOrder(run, run.running);
    }

    private boolean accept(Event event) {
        boolean first = event instanceof Event.Started;
        if (first == started && !(event instanceof Event.Cancelled)) {
            return false;
        }
        run.nowMs = Math.max(run.nowMs, event.atMs());
        return switch (event) {
            case Event.Started _ -> begin();
            case Event.CallFinished(long _, CallKey key, int attempt, Json result) ->
                    answered(key, attempt, result);
            case Event.TimerFired(long _, CallKey key, int attempt) -> due(key, attempt);
            case Event.Resumed(long _, String task, Json result) -> resumed(task, result);
            case Event.Cancelled _ -> cancelled();
        };
    }

    private boolean begin() {
        started = true;
        run.startedAtMs = run.nowMs;
        if (run.topology.cycle.isEmpty()) {
            settling.open(run.root);
        } else {
            stop(Outcome.Status.FAILED, Failures.cycle(run.topology.cycle), null);
        }
        return true;
    }

    private boolean answered(CallKey key, int attempt, Json result) {
        NodeState state = run.called.get(key);
        if (state == null || state.phase != NodeState.Phase.CALLED || state.attempt != attempt) {
            return false;
        }
        run.called.remove(key);
        run.callsAtWork--;
        settling.answer(state, result, true);
        return true;
    }

    private boolean due(CallKey key, int attempt) {
        NodeState asleep = run.sleeping.get(key);
        if (asleep != null && asleep.attempt == attempt) {
            run.sleeping.remove(key);
            settling.wake(asleep);
            return true;
        }
        NodeState state = run.called.get(key);
        if (state == null || state.phase != NodeState.Phase.DELAYED || state.attempt != attempt) {
            return false;
        }
        run.called.remove(key);
        state.phase = NodeState.Phase.READY;
        run.ready.add(state);
        return true;
    }

    private boolean resumed(String task, Json result) {
        List<NodeState> states = run.parked.remove(task);
        if (states == null) {
            return false;
        }
        for (NodeState state : states) {
            settling.resume(state, result);
        }
        return true;
    }

    private boolean cancelled() {
        if (!started) {
            started = true;
            run.startedAtMs = run.nowMs;
        }
        stop(Outcome.Status.CANCELLED, Failures.cancelled(), null);
        return true;
    }

    private void goOn() {
        NodeState refused;
        do {
            while (!run.work.isEmpty()) {
                switch (run.work.remove()) {
                    case RunState.Work.Decide(NodeState state) -> starting.decide(state);
                    case RunState.Work.Turn(Loop loop) -> settling.looping().turn(loop);
                }
            }
            refused = starting.startReady();
        } while (refused == null && !run.work.isEmpty());
        if (refused != null) {
            String node = refused.step.name();
            stop(Outcome.Status.FAILED, Failures.nodeLimit(node, Starting.MAX_EXECUTIONS), node);
        } else if (run.root.open == 0) {
            finish();
        } else if (run.called.isEmpty()) {
            run.commands.add(new Command.Wait());
        }
    }

    private void finish() {
        NodeState failed = run.root.failed;
        if (failed == null) {
            end(Outcome.Status.SUCCEEDED, RunResult.of(run.root), null, null);
        } else {
            end(
                    Outcome.Status.FAILED,
                    null,
                    Objects.requireNonNull(failed.failure),
                    failed.step.name());
        }
    }

    /** Ends the run before its nodes have come to their end. */
    private void stop(Outcome.Status status, ResultRules.Failure why, @Nullable String node) {
        for (NodeState state : List.copyOf(run.running)) {
            settling.end(state, TraceEntry.Status.FAILED, null, why);
        }
        end(status, null, why, node);
    }

    private void end(
            Outcome.Status status,
            @Nullable Json data,
            ResultRules.@Nullable Failure why,
            @Nullable String node) {
        finished = true;
        run.commands.add(
                new Command.Finish(
                        new Outcome(
                                status,
                                data,
                                why == null ? null : why.error(),
                                why == null ? null : why.code(),
                                node,
                                run.failedItems,
                                run.trace.inOrder(run, List.of()))));
    }
}
