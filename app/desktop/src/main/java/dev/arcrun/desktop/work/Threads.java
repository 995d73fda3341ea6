package dev.arcrun.desktop.work;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The threads of a window.
 *
 * @param background for everything that reads, parses, lays out or waits; one task after another,
 *     so that results come in order
 * @param slow for what may take long and nobody waits for: checks, the start of runs
 * @param ui the thread that owns properties and views
 * @param timer for work that waits until typing pauses
 */
public record Threads(Executor background, Executor slow, Executor ui, Timer timer)
        implements AutoCloseable {

    /** Runs something on the background thread after a pause. */
    @FunctionalInterface
    public interface Timer {
        void after(Duration pause, Runnable work);
    }

    /**
     * Real threads.
     *
     * @param ui usually {@code Platform::runLater}
     * @param trouble told, on {@code ui}, of an exception that a task didn't expect; the thread
     *     goes on with the next task
     */
    public static Threads started(Executor ui, Consumer<Throwable> trouble) {
        ScheduledExecutorService worker = worker("arcrun-background");
        ScheduledExecutorService slow = worker("arcrun-slow");
        UnaryOperator<Runnable> guarded =
                work ->
                        () -> {
                            try {
                                work.run();
                            } catch (RuntimeException | Error e) {
                                ui.execute(() -> trouble.accept(e));
                            }
                        };
        return new Threads(
                new Worker(worker, guarded),
                new Worker(slow, guarded),
                ui,
                (pause, work) ->
                        worker.schedule(
                                guarded.apply(work), pause.toMillis(), TimeUnit.MILLISECONDS));
    }

    private static ScheduledExecutorService worker(String name) {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
    }

    private record Worker(ScheduledExecutorService service, UnaryOperator<Runnable> guarded)
            implements Executor {
        @Override
        public void execute(Runnable work) {
            service.execute(guarded.apply(work));
        }
    }

    /** Everything at once on the calling thread: for tests of view models. */
    public static Threads direct() {
        return new Threads(
                Runnable::run, Runnable::run, Runnable::run, (pause, work) -> work.run());
    }

    @Override
    public void close() {
        for (Executor executor : List.of(slow, background)) {
            if (executor instanceof Worker worker) {
                worker.service().shutdown();
            }
        }
    }
}
