package dev.arcrun.engine.schedule;

import dev.arcrun.engine.value.Json;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Runs the loops of a node, one after another, item by item. RECIPE.md, section 6. */
final class Looping {
    private final RunState run;
    private final Settling settling;

    Looping(RunState run, Settling settling) {
        this.run = run;
        this.settling = settling;
    }

    /** Starts the next loop of a node, or ends the node after its last. */
    void startNext(NodeState source) {
        if (source.loops.size() == source.step.loops.size()) {
            gather(source);
            return;
        }
        Route entry = source.step.loops.get(source.loops.size());
        var loop = new Loop(source, entry, body(entry), ItemList.of(run, source, entry));
        source.loops.add(loop);
        source.frame.add(loop);
        run.work.add(new RunState.Work.Turn(loop));
    }

    /** Begins as many iterations as may go on at once; after the last one, goes on. */
    void turn(Loop loop) {
        while (loop.canStart()) {
            Frame frame = loop.start();
            if (loop.entry.to.block == loop.body) {
                settling.settle(frame, loop.entry, true);
            }
            settling.open(frame);
        }
        if (loop.isOver() && !loop.isClosed) {
            loop.isClosed = true;
            run.failedItems += loop.failed;
            judgeExits(loop);
            startNext(loop.source);
        }
    }

    /** A frame has come to its end. */
    void ended(Frame frame) {
        Loop loop = frame.loop;
        if (loop != null) {
            NodeState failed = frame.failed;
            loop.finish(frame, failed == null ? RunResult.of(frame) : itemFailure(failed));
            run.work.add(new RunState.Work.Turn(loop));
        }
    }

    private static Json itemFailure(NodeState failed) {
        Json result = failed.result;
        boolean saysSo =
                result instanceof Json.Obj object && Json.FALSE.equals(object.get("success"));
        if (saysSo && result != null) {
            return result;
        }
        var failure = failed.failure;
        return failure == null ? Json.NULL : failure.asResult();
    }

    /**
     * A loop that ran has taken the edge that leads straight out of it; of one without items, the
     * edges out of its body are judged on {@code {results: []}}.
     */
    private void judgeExits(Loop loop) {
        var scope = MagicScope.outsideCalls(run, FrameScope.after(run, loop.source));
        Json nothing = Json.object("results", Json.array());
        for (Route exit : loop.body.exits) {
            boolean taken =
                    exit == loop.entry
                            || (loop.items.isEmpty()
                                    && EdgeRules.judge(exit, nothing, false, scope).taken());
            if (taken) {
                loop.taken.add(exit);
            }
        }
    }

    /** Adds what the loops gave to the node's result. */
    private void gather(NodeState source) {
        Json own = source.result;
        Json.Obj result =
                own instanceof Json.Obj object
                        ? object
                        : Json.object("data", own == null ? Json.NULL : own);
        Json last = Json.NULL;
        ResultRules.Failure failure = null;
        for (Loop loop : source.loops) {
            last = loop.resultList();
            result = result.with("results_" + loop.entry.variable(), last);
            if (failure == null && loop.allFailed()) {
                failure =
                        Failures.allItemsFailed(
                                source.step.name(), loop.entry.variable(), loop.done);
            }
        }
        // `results` says the same once more and isn't counted.
        if (ResultSize.isOverLimit(result)) {
            result = Failures.tooLarge(source.step.name());
            failure = ResultRules.failure(result, false, source.step.name());
        } else {
            result = result.with("results", last);
            if (failure != null) {
                for (var member : failure.asResult().members().entrySet()) {
                    result = result.with(member.getKey(), member.getValue());
                }
            }
        }
        source.result = result;
        source.failure = failure;
        settling.conclude(source);
    }

    /** Settles the edges out of a loop's body once its source has come to its end. */
    void leave(NodeState source, Route entry) {
        Block body = body(entry);
        Loop loop = source.frame.loop(body);
        if (loop == null) {
            skip(body, source.frame);
        }
        for (Route exit : body.exits) {
            boolean taken = loop != null && loop.taken.contains(exit);
            settling.settle(source.frame, exit, taken);
        }
    }

    private void skip(Block body, Frame frame) {
        Deque<Block> blocks = new ArrayDeque<>(List.of(body));
        while (!blocks.isEmpty()) {
            Block block = blocks.pop();
            for (Step step : block.steps) {
                var key = new CallKey(step.name(), frame.iteration);
                run.commands.add(new Command.Traced(run.trace.skip(run, step, key)));
            }
            blocks.addAll(block.children);
        }
    }

    private static Block body(Route entry) {
        Block body = entry.body;
        if (body == null) {
            throw new IllegalStateException(entry + " is not a loop");
        }
        return body;
    }
}
