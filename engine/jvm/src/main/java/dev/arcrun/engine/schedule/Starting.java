package dev.arcrun.engine.schedule;

import dev.arcrun.engine.part.Component;
import dev.arcrun.engine.part.Contract;
import dev.arcrun.engine.recipe.Node;
import org.jspecify.annotations.Nullable;

/** Decides whether a node runs, and begins it. */
final class Starting {
    /** Calls in one run. RECIPE.md, section 3. */
    static final int MAX_EXECUTIONS = 10_000;

    private final RunState run;
    private final Settling settling;

    Starting(RunState run, Settling settling) {
        this.run = run;
        this.settling = settling;
    }

    /**
     * Skips a node that no edge leads to; virtual nodes end at once, the others wait for a call.
     */
    void decide(NodeState state) {
        Step step = state.step;
        if (state.arrivals.isEmpty() && !step.isStart()) {
            settling.skip(state);
        } else if (step.node.role() == Node.Role.OUTPUT) {
            state.startedAtMs = run.nowMs;
            settling.complete(state, RunResult.received(state), null);
        } else if (step.node.role() == Node.Role.INPUT || isTrigger(step)) {
            state.startedAtMs = run.nowMs;
            settling.complete(state, run.context.input(), null);
        } else {
            state.phase = NodeState.Phase.READY;
            run.ready.add(state);
        }
    }

    private boolean isTrigger(Step step) {
        return !step.isSubflow
                && run.component(step) instanceof Component.Part(String _, Contract contract)
                && contract != null
                && contract.runtime() == Contract.Runtime.TRIGGER;
    }

    /**
     * Begins calls while some may begin.
     *
     * @return why the run must end here, or null
     */
    @Nullable NodeState startReady() {
        while (run.callsAtWork < Math.max(1, run.recipe.maxParallel()) && !run.ready.isEmpty()) {
            if (run.executions == MAX_EXECUTIONS) {
                return run.ready.peek();
            }
            run.executions++;
            start(run.ready.remove());
        }
        return null;
    }

    private void start(NodeState state) {
        state.startedAtMs = run.nowMs;
        Command call = state.call == null ? null : again(state.call, state.attempt);
        if (call == null) {
            switch (Calls.prepare(run, state)) {
                case Calls.Prepared.Ask(Command command) -> call = command;
                case Calls.Prepared.Refused(var result) -> {
                    settling.answer(state, result, false);
                    return;
                }
            }
        }
        state.call = call;
        state.phase = NodeState.Phase.CALLED;
        run.called.put(state.key, state);
        run.running.add(state);
        run.callsAtWork++;
        run.commands.add(new Command.Traced(Trace.begun(run, state)));
        run.commands.add(call);
    }

    /** The same call once more: what it is given does not change. */
    private static Command again(Command call, int attempt) {
        return switch (call) {
            case Command.CallPart part ->
                    new Command.CallPart(
                            part.key(),
                            attempt,
                            part.callId(),
                            part.component(),
                            part.input(),
                            part.credentials(),
                            part.timeoutMs());
            case Command.CallRecipe recipe ->
                    new Command.CallRecipe(
                            recipe.key(),
                            attempt,
                            recipe.callId(),
                            recipe.recipe(),
                            recipe.input(),
                            recipe.awaited(),
                            recipe.timeoutMs());
            case Command.StartTimer _, Command.Traced _, Command.Wait _, Command.Finish _ ->
                    throw new IllegalStateException("not a call: " + call);
        };
    }
}
