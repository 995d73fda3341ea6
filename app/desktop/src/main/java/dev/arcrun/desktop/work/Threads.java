package dev.arcrun.desktop.work;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The threads of a window.
 *
 * @param background for everything that reads, parses, lays out or waits; one task after another,
 *     so that results come in order
 * @param ui the thread that owns properties and views
 * @param timer for work that waits until typing pauses
 */
public record Threads(Executor background, Executor ui, Timer timer) implements AutoCloseable {

    /** Runs something on the background thread after a pause. */
    @FunctionalInterface
    public interface Timer {
        void after(Duration pause, Runnable work);
    }

    /** Real threads; {@code ui} is usually {@code Platform::runLater}. */
    public static Threads started(Executor ui) {
        ScheduledExecutorService worker =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("arcrun-background").factory());
        return new Threads(
                worker,
                ui,
                (pause, work) -> worker.schedule(work, pause.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Everything at once on the calling thread: for tests of view models. */
    public static Threads direct() {
        return new Threads(Runnable::run, Runnable::run, (pause, work) -> work.run());
    }

    @Override
    public void close() {
        if (background instanceof ScheduledExecutorService worker) {
            worker.shutdown();
        }
    }
}
