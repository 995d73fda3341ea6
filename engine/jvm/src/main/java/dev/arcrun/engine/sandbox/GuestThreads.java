package dev.arcrun.engine.sandbox;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * The platform threads guests run on: with a stack of fixed size, a bounded number of guests that
 * compute at one time, and a larger bound on guests that wait for the host.
 */
final class GuestThreads implements AutoCloseable {
    /** Deep enough for recursive readers of nested data, small enough to end a runaway soon. */
    static final long STACK_BYTES = 8L * 1024 * 1024;

    private static final int MOST_GUESTS = 64;

    private final Semaphore guests = new Semaphore(MOST_GUESTS, true);
    private final Places computing;
    private final Watchdog watchdog = new Watchdog();
    private final ExecutorService pool;
    private final AtomicLong count = new AtomicLong();

    /**
     * @param threads how many guests compute at one time
     */
    GuestThreads(int threads) {
        computing = new Places(threads);
        pool =
                new ThreadPoolExecutor(
                        0,
                        MOST_GUESTS,
                        10,
                        TimeUnit.SECONDS,
                        new SynchronousQueue<>(),
                        this::thread);
    }

    /**
     * Runs a guest and waits for its end. When the calling thread is interrupted the guest is
     * stopped with {@link FailureCode#CANCELLED}, and the interrupt is kept for the caller.
     *
     * @param guest must end soon once its thread is interrupted, and turn its own failures into a
     *     value: what it throws is thrown here as a bug
     * @param unstarted gives the value of a call that was cancelled before it began
     */
    <T> T run(GuestClock clock, Supplier<T> guest, Supplier<T> unstarted) {
        try {
            guests.acquire();
            try {
                computing.acquire();
            } catch (InterruptedException e) {
                guests.release();
                throw e;
            }
        } catch (InterruptedException e) {
            clock.stop(GuestFailures.cancelled());
            Thread.currentThread().interrupt();
            return unstarted.get();
        }
        Future<T> future;
        try {
            future = pool.submit(() -> watched(clock, guest));
        } catch (RuntimeException e) {
            computing.release();
            guests.release();
            throw new IllegalStateException("the sandbox is closed", e);
        }
        return await(clock, future);
    }

    /** Waits for the host on behalf of a guest, which neither computes nor holds a place then. */
    <T> T outside(GuestClock clock, Supplier<T> wait) {
        clock.leaveGuest();
        computing.release();
        try {
            return wait.get();
        } finally {
            computing.acquireOrTake();
            clock.enterGuest();
        }
    }

    /** Stops every guest; none can be started any more. */
    @Override
    public void close() {
        watchdog.close();
        pool.shutdownNow();
    }

    private <T> T watched(GuestClock clock, Supplier<T> guest) {
        clock.start();
        watchdog.watch(clock);
        try {
            return guest.get();
        } finally {
            watchdog.forget(clock);
            clock.finish();
            computing.release();
            guests.release();
        }
    }

    private static <T> T await(GuestClock clock, Future<T> future) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                    clock.stop(GuestFailures.cancelled());
                } catch (ExecutionException e) {
                    throw new IllegalStateException("the sandbox failed", e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Thread thread(Runnable work) {
        var thread =
                new Thread(
                        null, work, "arcrun-guest-" + count.incrementAndGet(), STACK_BYTES, false);
        thread.setDaemon(true);
        return thread;
    }

    /** Places for computing guests. One that must end may take a place beyond the number. */
    private static final class Places extends Semaphore {
        private static final long serialVersionUID = 1L;

        Places(int count) {
            super(count, true);
        }

        void acquireOrTake() {
            try {
                acquire();
            } catch (InterruptedException e) {
                reducePermits(1);
                Thread.currentThread().interrupt();
            }
        }
    }
}
