package dev.arcrun.engine.run;

import dev.arcrun.engine.schedule.Command;
import dev.arcrun.engine.schedule.RunContext;
import dev.arcrun.engine.schedule.SubRecipe;
import dev.arcrun.engine.value.Json;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** The calls and timers of one run that are under way, each on a virtual thread. */
final class Calls implements AutoCloseable {
    private final Runner runner;
    private final RunRequest request;
    private final RunContext context;
    private final PartCaller.Caller caller;
    private final Consumer<Message> outbox;
    private final PlaceholderMask mask;
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    Calls(Runner runner, RunRequest request, RunContext context, Consumer<Message> outbox) {
        this.runner = runner;
        this.request = request;
        this.context = context;
        this.caller =
                new PartCaller.Caller(context.runId(), context.nonce(), request.allowedHosts());
        this.outbox = outbox;
        this.mask = new PlaceholderMask(context.nonce());
    }

    void make(Command.CallPart call) {
        begin(
                "call " + call.key(),
                () ->
                        outbox.accept(
                                new Message.Returned(
                                        call.key(),
                                        call.attempt(),
                                        runner.caller.call(caller, call))));
    }

    void make(Command.CallRecipe call) {
        begin(
                "recipe " + call.recipe(),
                () ->
                        outbox.accept(
                                new Message.Returned(
                                        call.key(),
                                        call.attempt(),
                                        new PartCaller.Answer(
                                                runRecipe(call), CallReport.NOTHING))));
    }

    void after(Command.StartTimer timer) {
        after(
                Duration.ofMillis(timer.delayMs()),
                new Message.TimerDone(timer.key(), timer.attempt()));
    }

    void after(Duration delay, Message message) {
        begin(
                "timer",
                () -> {
                    Thread.sleep(delay);
                    outbox.accept(message);
                });
    }

    private Json runRecipe(Command.CallRecipe call) throws InterruptedException {
        RecipeSource.Found found = runner.recipes.find(call.recipe());
        if (found == null) {
            return Failures.of(
                    "UNKNOWN_RECIPE",
                    "There is no recipe \"" + call.recipe() + "\".",
                    "Check the name; recipes are the files in the workspace's recipes folder.");
        }
        // What this run may put in for a placeholder is nothing for another.
        Run child =
                runner.start(
                        request.called(found, mask.of(call.input()), "subflow"),
                        event -> {},
                        context.depth() + 1);
        if (!call.awaited()) {
            return SubRecipe.started(child.id());
        }
        try {
            return SubRecipe.result(
                    call.recipe(),
                    child.id(),
                    child.done().get(call.timeoutMs(), TimeUnit.MILLISECONDS).outcome());
        } catch (TimeoutException e) {
            child.cancel();
            return Failures.of(
                    "TIMEOUT",
                    "The recipe \""
                            + call.recipe()
                            + "\" took longer than "
                            + call.timeoutMs()
                            + " ms.",
                    "Raise run.timeout_ms of this node, or make the recipe faster.");
        } catch (InterruptedException e) {
            child.cancel();
            throw e;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the run of " + call.recipe() + " broke", e.getCause());
        }
    }

    private void begin(String name, Interruptible work) {
        Thread thread =
                Thread.ofVirtual()
                        .name(name)
                        .unstarted(() -> {
                            try {
                                if (!closed) {
                                    work.run();
                                }
                            } catch (InterruptedException cancelled) {
                                Thread.currentThread().interrupt();
                            } catch (RuntimeException | Error bug) {
                                outbox.accept(new Message.Broke(bug));
                            } finally {
                                threads.remove(Thread.currentThread());
                            }
                        });
        threads.add(thread);
        thread.start();
    }

    private interface Interruptible {
        void run() throws InterruptedException;
    }

    /** Interrupts all that is under way; nothing more is begun. */
    @Override
    public void close() {
        closed = true;
        threads.forEach(Thread::interrupt);
    }
}
