package dev.arcrun.engine.schedule;

import dev.arcrun.engine.part.Component;
import dev.arcrun.engine.part.Contract;
import dev.arcrun.engine.recipe.NodeRun;
import dev.arcrun.engine.value.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Takes a node from its result to its end, and tells the nodes after it. */
final class Settling {
    private final RunState run;
    private final Looping looping;

    Settling(RunState run) {
        this.run = run;
        this.looping = new Looping(run, this);
    }

    /** A call, or what stood in for one, gave a result. It may be tried again or be parked. */
    void answer(NodeState state, Json given, boolean called) {
        Json result = ResultSize.isOverLimit(given) ? Failures.tooLarge(state.step.name()) : given;
        var failure = failureOf(state, result);
        NodeRun.Retry retry = state.step.run().retry();
        if (failure != null
                && called
                && retry != null
                && RetryRule.applies(retry, state.attempt, failure)) {
            tryAgain(state, retry, result, failure);
            return;
        }
        String task = failure == null && called ? ResultRules.awaitedTask(result) : null;
        long sleepMs = failure == null && called && task == null ? ResultRules.sleepMs(result) : -1;
        if (task != null) {
            park(state, task, result);
        } else if (sleepMs >= 0) {
            sleep(state, sleepMs, result);
        } else {
            complete(state, result, failure);
        }
    }

    /** A node that slept long enough has its result. */
    void wake(NodeState state) {
        Json result = ResultRules.afterSleep(Objects.requireNonNull(state.result));
        complete(state, result, failureOf(state, result));
    }

    /** A parked node gets the result it waited for, which is final. */
    void resume(NodeState state, Json given) {
        Json result = ResultSize.isOverLimit(given) ? Failures.tooLarge(state.step.name()) : given;
        complete(state, result, failureOf(state, result));
    }

    private ResultRules.@Nullable Failure failureOf(NodeState state, Json result) {
        Component component = state.step.isSubflow ? null : run.component(state.step);
        Contract contract = component instanceof Component.Part part ? part.contract() : null;
        return ResultRules.failure(
                result, contract != null && contract.failureInData(), PartName.of(run, state.step));
    }

    private void tryAgain(
            NodeState state, NodeRun.Retry retry, Json result, ResultRules.Failure failure) {
        end(state, TraceEntry.Status.FAILED, result, failure);
        state.phase = NodeState.Phase.DELAYED;
        long delayMs = RetryRule.delayMs(retry, state.attempt);
        state.attempt++;
        run.called.put(state.key, state);
        run.commands.add(new Command.StartTimer(state.key, state.attempt, delayMs));
    }

    private void park(NodeState state, String task, Json result) {
        state.phase = NodeState.Phase.PARKED;
        run.parked.computeIfAbsent(task, _ -> new ArrayList<>()).add(state);
        run.commands.add(new Command.Traced(Trace.parked(run, state, result)));
    }

    private void sleep(NodeState state, long sleepMs, Json result) {
        state.phase = NodeState.Phase.PARKED;
        state.result = result;
        run.sleeping.put(state.key, state);
        run.commands.add(new Command.Traced(Trace.parked(run, state, result)));
        run.commands.add(new Command.StartTimer(state.key, state.attempt, sleepMs));
    }

    /** The node's own result is final. A node that didn't fail runs its loops first. */
    void complete(NodeState state, Json result, ResultRules.@Nullable Failure failure) {
        state.result = result;
        state.failure = failure;
        if (failure == null && !state.step.loops.isEmpty()) {
            state.phase = NodeState.Phase.LOOPING;
            looping.startNext(state);
        } else {
            conclude(state);
        }
    }

    /** Judges the edges of a node and settles them. */
    void conclude(NodeState state) {
        state.phase = NodeState.Phase.CONCLUDED;
        Json result = state.result == null ? Json.NULL : state.result;
        List<Route> routes = state.step.outgoing;
        boolean[] taken = new boolean[routes.size()];
        boolean handled = false;
        ResultRules.Failure unjudged = null;
        var scope = MagicScope.outsideCalls(run, FrameScope.after(run, state));
        for (int i = 0; i < taken.length; i++) {
            if (!routes.get(i).isLoop()) {
                var verdict = EdgeRules.judge(routes.get(i), result, state.failure != null, scope);
                taken[i] = verdict.taken();
                handled |= taken[i] && state.failure != null;
                unjudged = unjudged == null ? verdict.error() : unjudged;
            }
        }
        if (unjudged != null) {
            state.failure = unjudged;
            handled = false;
        }
        end(state, status(state, handled), result, state.failure);
        if (state.failure != null && !handled && !state.step.run().optional()) {
            state.frame.noteFailure(state);
        }
        settleAll(state, taken);
        close(state.frame);
    }

    private static TraceEntry.Status status(NodeState state, boolean handled) {
        if (state.failure == null) {
            return TraceEntry.Status.SUCCEEDED;
        }
        return handled ? TraceEntry.Status.HANDLED : TraceEntry.Status.FAILED;
    }

    /** No edge into the node was taken: it doesn't run, and no edge out of it is taken. */
    void skip(NodeState state) {
        state.phase = NodeState.Phase.CONCLUDED;
        run.commands.add(new Command.Traced(run.trace.skip(run, state.step, state.key)));
        settleAll(state, new boolean[state.step.outgoing.size()]);
        close(state.frame);
    }

    private void settleAll(NodeState state, boolean[] taken) {
        for (int i = 0; i < taken.length; i++) {
            Route route = state.step.outgoing.get(i);
            if (route.isLoop()) {
                looping.leave(state, route);
            } else {
                settle(state.frame, route, taken[i]);
            }
        }
    }

    /** Ends the entry of the attempt a node is at. */
    void end(
            NodeState state,
            TraceEntry.Status status,
            @Nullable Json output,
            ResultRules.@Nullable Failure failure) {
        run.running.remove(state);
        run.commands.add(new Command.Traced(run.trace.end(run, state, status, output, failure)));
    }

    /** Settles an edge that starts in a frame: at its target, or for the loop to tell later. */
    void settle(Frame frame, Route route, boolean taken) {
        if (route.to.block != frame.block) {
            if (taken && frame.loop != null) {
                frame.loop.taken.add(route);
            }
            return;
        }
        NodeState target = frame.state(route.to);
        if (taken) {
            target.arrivals.add(route);
            if (frame.block == route.from.block && !route.isLoop()) {
                frame.state(route.from).leads = true;
            }
        }
        target.unsettled--;
        if (target.unsettled == 0) {
            run.work.add(new RunState.Work.Decide(target));
        }
    }

    private void close(Frame frame) {
        frame.open--;
        if (frame.open == 0) {
            looping.ended(frame);
        }
    }

    /** Begins a pass through a block. */
    void open(Frame frame) {
        for (NodeState state : frame.states) {
            if (state.step.incoming.isEmpty()) {
                run.work.add(new RunState.Work.Decide(state));
            }
        }
        if (frame.open == 0) {
            looping.ended(frame);
        }
    }

    Looping looping() {
        return looping;
    }
}
