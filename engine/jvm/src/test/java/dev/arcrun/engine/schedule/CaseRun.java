package dev.arcrun.engine.schedule;

import dev.arcrun.engine.recipe.Recipe;
import dev.arcrun.engine.value.Json;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Plays the host of one case: answers calls from its script, in the order it wants. */
final class CaseRun {
    /** Which of {@code n} calls at work ends next. */
    static final IntUnaryOperator OLDEST_FIRST = _ -> 0;

    static final IntUnaryOperator NEWEST_FIRST = n -> n - 1;

    private record Due(Command.StartTimer timer, long atMs) {}

    private final ConformanceCase script;
    private final CaseParts parts;
    private final IntUnaryOperator pick;
    private final Schedule schedule;
    private final int depth;
    private final List<Command> calls = new ArrayList<>();
    private final List<Due> timers = new ArrayList<>();
    private final Deque<String> order;
    private final Deque<Json.Obj> events;
    private long nowMs;
    private boolean waits;

    final List<Event> recorded = new ArrayList<>();
    final List<List<Command>> answers = new ArrayList<>();
    final List<Command> made = new ArrayList<>();
    final List<Command.StartTimer> delays = new ArrayList<>();
    @Nullable Outcome outcome;

    private CaseRun(
            ConformanceCase script, Recipe recipe, RunContext context, IntUnaryOperator pick) {
        this.script = script;
        this.parts = script.parts();
        this.pick = pick;
        this.depth = context.depth();
        boolean outermost = depth == script.context().depth();
        this.order = new ArrayDeque<>(outermost ? script.order() : List.of());
        this.events = new ArrayDeque<>(outermost ? script.events() : List.of());
        this.schedule = new Schedule(recipe, script.components(), context);
        this.nowMs = script.startMs();
    }

    static CaseRun play(ConformanceCase script, IntUnaryOperator pick) {
        var run = new CaseRun(script, script.recipe(), script.context(), pick);
        run.play();
        return run;
    }

    /** How the run stands at the end of the case, as the trace of a run says it. */
    String status() {
        return outcome == null ? "waiting" : outcome.status().name().toLowerCase();
    }

    /** The trace of the run, also of one that waits. */
    List<TraceEntry> trace() {
        return outcome == null ? schedule.trace() : outcome.trace();
    }

    private void play() {
        tell(new Event.Started(nowMs));
        while (outcome == null) {
            if (!calls.isEmpty()) {
                endCall(nextCall());
            } else if (!timers.isEmpty()) {
                timers.sort(Comparator.comparingLong(Due::atMs));
                Due due = timers.removeFirst();
                nowMs = due.atMs;
                tell(new Event.TimerFired(nowMs, due.timer.key(), due.timer.attempt()));
            } else if (waits && happens("waiting")) {
                continue;
            } else if (waits) {
                break;
            } else {
                throw new AssertionError("the run neither ends nor waits");
            }
        }
        if (!order.isEmpty() || !events.isEmpty()) {
            throw new AssertionError("never happened: " + order + events);
        }
    }

    private Command nextCall() {
        String wanted = order.peek();
        if (wanted == null) {
            return calls.get(pick.applyAsInt(calls.size()));
        }
        for (Command call : calls) {
            if (name(call).equals(wanted)) {
                order.remove();
                return call;
            }
        }
        return calls.stream()
                .filter(call -> !order.contains(name(call)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(wanted + " isn't at work: " + calls));
    }

    private void endCall(Command call) {
        calls.remove(call);
        Json result =
                switch (call) {
                    case Command.CallPart part ->
                            parts.answer(part.key(), part.attempt(), part.input());
                    case Command.CallRecipe recipe -> run(recipe);
                    default -> throw new IllegalStateException();
                };
        tell(new Event.CallFinished(nowMs, key(call), attempt(call), result));
        happens("finished " + name(call));
    }

    private Json run(Command.CallRecipe call) {
        Recipe recipe = script.recipe(call.recipe());
        if (recipe == null) {
            return parts.answer(call.key(), call.attempt(), call.input());
        }
        if (!call.awaited()) {
            return SubRecipe.started(call.callId());
        }
        RunContext context = script.context();
        var inner =
                new CaseRun(
                        script,
                        recipe,
                        new RunContext(
                                call.callId(),
                                call.input(),
                                "subflow",
                                null,
                                context.nonce(),
                                depth + 1),
                        OLDEST_FIRST);
        inner.play();
        if (inner.outcome == null) {
            throw new AssertionError(call.recipe() + " waits");
        }
        return SubRecipe.result(call.recipe(), call.callId(), inner.outcome);
    }

    /** Lets the case's next event happen if it is meant for now. */
    private boolean happens(String now) {
        Json.Obj event = events.peek();
        if (outcome != null || event == null || !Json.of(now).equals(event.get("when"))) {
            return false;
        }
        events.remove();
        CaseFile.onlyKnown(event, Set.of("when", "cancel", "resume", "result", "after_ms"));
        if (event.get("after_ms") instanceof Json.Num(double later)) {
            nowMs += (long) later;
        }
        if (event.get("resume") instanceof Json.Str(String task)) {
            Json result = event.get("result");
            tell(new Event.Resumed(nowMs, task, result == null ? Json.NULL : result));
        } else {
            tell(new Event.Cancelled(nowMs));
        }
        return true;
    }

    private void tell(Event event) {
        List<Command> commands = schedule.on(event);
        recorded.add(event);
        answers.add(commands);
        waits = commands.isEmpty() && waits;
        for (Command command : commands) {
            switch (command) {
                case Command.CallPart _, Command.CallRecipe _ -> {
                    calls.add(command);
                    made.add(command);
                }
                case Command.StartTimer timer -> {
                    delays.add(timer);
                    timers.add(new Due(timer, nowMs + timer.delayMs()));
                }
                case Command.Wait _ -> waits = true;
                case Command.Finish(Outcome end) -> outcome = end;
                case Command.Traced _ -> {}
            }
        }
    }

    static CallKey key(Command call) {
        return switch (call) {
            case Command.CallPart part -> part.key();
            case Command.CallRecipe recipe -> recipe.key();
            default -> throw new IllegalStateException();
        };
    }

    static int attempt(Command call) {
        return switch (call) {
            case Command.CallPart part -> part.attempt();
            case Command.CallRecipe recipe -> recipe.attempt();
            default -> throw new IllegalStateException();
        };
    }

    /** {@code node}, {@code node[1]} and from the second attempt {@code node#2}. */
    static String name(Command call) {
        int attempt = attempt(call);
        return key(call) + (attempt > 1 ? "#" + attempt : "");
    }
}
