package dev.arcrun.engine.run;

import dev.arcrun.engine.schedule.CallKey;
import dev.arcrun.engine.schedule.Command;
import dev.arcrun.engine.schedule.Event;
import dev.arcrun.engine.schedule.Outcome;
import dev.arcrun.engine.schedule.RunContext;
import dev.arcrun.engine.schedule.Schedule;
import dev.arcrun.engine.schedule.TraceEntry;
import dev.arcrun.engine.value.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One run on its own thread: takes messages, feeds the state machine, does what it commands. */
final class RunLoop implements Run, Runnable {
    private final Runner runner;
    private final RunRequest request;
    private final RunContext context;
    private final Consumer<RunEvent> listener;
    private final PlaceholderMask mask;
    private final Schedule schedule;
    private final Calls calls;
    private final Holds holds = new Holds();
    private final Map<CallKey, String> waiting = new LinkedHashMap<>();
    private final Set<CallKey> sleeping = new HashSet<>();
    private final BlockingQueue<Message> inbox = new LinkedBlockingQueue<>();
    private final CompletableFuture<RunRecord> done = new CompletableFuture<>();
    private final Instant startedAt;
    private long lastMs;
    private boolean outOfTime;
    private String tooLong;
    private @Nullable Outcome outcome;

    RunLoop(Runner runner, RunRequest request, RunContext context, Consumer<RunEvent> listener) {
        this.runner = runner;
        this.request = request;
        this.context = context;
        this.listener = listener;
        this.mask = new PlaceholderMask(context.nonce());
        this.schedule =
                new Schedule(
                        request.recipe(),
                        AnsweredComponents.of(
                                runner.components, request.recipe(), request.mocks().keySet()),
                        context);
        this.calls = new Calls(runner, request, context, inbox::add);
        this.holds.breakAt(request.breakpoints());
        this.tooLong =
                "The run took longer than "
                        + runner.longestRun.toSeconds()
                        + " s and was ended. Split it, or deploy it as a durable recipe.";
        this.startedAt = Instant.ofEpochMilli(runner.clock.millis());
        this.lastMs = startedAt.toEpochMilli();
    }

    @Override
    public void run() {
        try {
            runner.recorder.began(context, request, startedAt);
            listener.accept(
                    new RunEvent.Began(id(), request.recipe().name(), startedAt, request.input()));
            calls.after(runner.longestRun, new Message.OutOfTime());
            feed(new Event.Started(lastMs));
            while (outcome == null) {
                handle(inbox.take());
            }
            end(record(outcome));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            done.completeExceptionally(e);
        } catch (RuntimeException | Error bug) {
            done.completeExceptionally(bug);
        } finally {
            calls.close();
        }
    }

    private void handle(Message message) {
        switch (message) {
            case Message.Returned(var key, var attempt, var answer) ->
                    returned(key, attempt, answer);
            case Message.TimerDone(var key, var attempt) ->
                    feed(new Event.TimerFired(now(), key, attempt));
            case Message.Resume(var taskId, var result) -> {
                if (waiting.values().remove(taskId)) {
                    feed(new Event.Resumed(now(), taskId, result));
                }
            }
            case Message.Cancel() -> stop();
            case Message.OutOfTime() -> {
                outOfTime = true;
                stop();
            }
            case Message.Pause() -> holds.pause();
            case Message.Proceed() -> holds.releaseAll().forEach(calls::make);
            case Message.Step(var key, var input) -> {
                Command.CallPart call = holds.release(key);
                if (call != null) {
                    calls.make(input == null ? call : withInput(call, input));
                }
            }
            case Message.Broke(var bug) -> throw new IllegalStateException("a call broke", bug);
            case Message.BreakAt(var breakpoints) -> holds.breakAt(breakpoints);
        }
    }

    private void returned(CallKey key, int attempt, PartCaller.Answer answer) {
        if (!answer.report().equals(CallReport.NOTHING)) {
            CallReport report = mask.of(answer.report());
            runner.recorder.reported(id(), key, attempt, report);
            listener.accept(new RunEvent.CallReported(id(), key, attempt, report));
        }
        feed(new Event.CallFinished(now(), key, attempt, mask.of(answer.result())));
    }

    private void stop() {
        calls.close();
        feed(new Event.Cancelled(now()));
    }

    private void feed(Event event) {
        runner.recorder.happened(id(), event);
        for (Command command : schedule.on(event)) {
            execute(command);
        }
    }

    private void execute(Command command) {
        switch (command) {
            case Command.CallPart call -> {
                Json mock = request.mocks().get(call.key().node());
                if (mock != null) {
                    inbox.add(
                            new Message.Returned(
                                    call.key(),
                                    call.attempt(),
                                    new PartCaller.Answer(Mocks.result(mock), CallReport.NOTHING)));
                } else if (holds.holds(call)) {
                    listener.accept(
                            new RunEvent.Held(
                                    id(), call.key(), call.attempt(), mask.of(call.input())));
                } else {
                    calls.make(call);
                }
            }
            case Command.CallRecipe call -> calls.make(call);
            case Command.StartTimer timer -> start(timer);
            case Command.Traced(TraceEntry entry) -> traced(mask.of(entry));
            case Command.Wait() ->
                    listener.accept(new RunEvent.Waiting(id(), new ArrayList<>(waiting.values())));
            case Command.Finish(Outcome end) -> outcome = end;
        }
    }

    /** A wait that ends after the run may last is not begun: its end would never come. */
    private void start(Command.StartTimer timer) {
        boolean sleeps = sleeping.remove(timer.key());
        if (sleeps && request.skipWaits()) {
            inbox.add(new Message.TimerDone(timer.key(), timer.attempt()));
        } else if (sleeps && timer.delayMs() > longestMs() - (now() - startedAt.toEpochMilli())) {
            tooLong =
                    "`"
                            + timer.key()
                            + "` waits "
                            + Duration.ofMillis(timer.delayMs()).toSeconds()
                            + " s, but a run on this computer lasts "
                            + runner.longestRun.toSeconds()
                            + " s at most. Skip its waits to try it here, or deploy the recipe.";
            inbox.add(new Message.OutOfTime());
        } else {
            calls.after(timer);
        }
    }

    private long longestMs() {
        return runner.longestRun.toMillis();
    }

    private void traced(TraceEntry entry) {
        listener.accept(new RunEvent.NodeChanged(id(), entry));
        if (entry.status() == TraceEntry.Status.WAITING
                && entry.output() instanceof Json.Obj result
                && result.get("task_id") == null) {
            sleeping.add(entry.key());
        }
        if (entry.status() == TraceEntry.Status.WAITING
                && entry.output() instanceof Json.Obj result
                && result.get("task_id") instanceof Json.Str(String taskId)) {
            waiting.put(entry.key(), taskId);
            if (request.skipWaits()) {
                Json data = result.get("data");
                inbox.add(
                        new Message.Resume(
                                taskId,
                                Json.object(
                                        "success",
                                        Json.TRUE,
                                        "data",
                                        data == null ? Json.NULL : data)));
            }
        }
    }

    private RunRecord record(Outcome end) {
        RunRecord.Status status =
                switch (end.status()) {
                    case SUCCEEDED -> RunRecord.Status.SUCCEEDED;
                    case FAILED -> RunRecord.Status.FAILED;
                    case CANCELLED ->
                            outOfTime ? RunRecord.Status.FAILED : RunRecord.Status.CANCELLED;
                };
        return new RunRecord(
                id(),
                request.recipe().name(),
                status,
                startedAt,
                now() - startedAt.toEpochMilli(),
                request.input(),
                mask.nullable(end.data()),
                outOfTime ? tooLong : end.error() == null ? null : mask.of(end.error()),
                outOfTime ? Runner.TIME_LIMIT : end.errorCode(),
                end.failedNode(),
                end.failedItems(),
                end.trace().stream().map(mask::of).toList());
    }

    private void end(RunRecord record) throws InterruptedException {
        runner.recorder.ended(record);
        listener.accept(new RunEvent.Ended(id(), record));
        FailureRecipe.run(runner, request, record);
        done.complete(record);
    }

    private long now() {
        lastMs = Math.max(lastMs, runner.clock.millis());
        return lastMs;
    }

    private static Command.CallPart withInput(Command.CallPart call, Json.Obj input) {
        return new Command.CallPart(
                call.key(),
                call.attempt(),
                call.callId(),
                call.component(),
                input,
                call.credentials(),
                call.timeoutMs());
    }

    @Override
    public String id() {
        return context.runId();
    }

    @Override
    public CompletableFuture<RunRecord> done() {
        return done;
    }

    @Override
    public void cancel() {
        inbox.add(new Message.Cancel());
    }

    @Override
    public void resume(String taskId, Json result) {
        inbox.add(new Message.Resume(taskId, result));
    }

    @Override
    public void pause() {
        inbox.add(new Message.Pause());
    }

    @Override
    public void proceed() {
        inbox.add(new Message.Proceed());
    }

    @Override
    public void step(CallKey key, Json.@Nullable Obj input) {
        inbox.add(new Message.Step(key, input));
    }

    @Override
    public void breakAt(List<Breakpoint> breakpoints) {
        inbox.add(new Message.BreakAt(breakpoints));
    }
}
