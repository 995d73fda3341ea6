package dev.arcrun.engine.sandbox;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The time budget of one guest, and the reason it was stopped if it was. Computing time is the
 * thread's processor time outside host functions, so a busy machine doesn't fail an innocent guest.
 *
 * <p>The guest's thread calls {@link #start}, {@link #leaveGuest}, {@link #enterGuest} and {@link
 * #finish}; any thread may call the rest.
 */
final class GuestClock {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final boolean PROCESSOR_TIME = THREADS.isThreadCpuTimeSupported();

    private final Duration computingLimit;
    private final Duration wallLimit;
    private @Nullable Thread thread;
    private boolean waiting;
    private long startedAt;
    private long guestSince;
    private long computed;
    private long wall;
    private @Nullable CallFailure reason;

    GuestClock(Duration computingLimit, Duration wallLimit) {
        this.computingLimit = computingLimit;
        this.wallLimit = wallLimit;
    }

    /** From here on time counts and the current thread is interrupted when the guest must end. */
    synchronized void start() {
        Thread current = Thread.currentThread();
        thread = current;
        startedAt = System.nanoTime();
        guestSince = processorTime(current);
        if (reason != null) {
            current.interrupt();
        }
    }

    /** The guest waits for the host: its computing time stands still. */
    synchronized void leaveGuest() {
        computed += processorTime(running()) - guestSince;
        waiting = true;
    }

    synchronized void enterGuest() {
        guestSince = processorTime(running());
        waiting = false;
    }

    /** No interrupt arrives after this; one that had arrived is taken back. */
    synchronized void finish() {
        if (!waiting) {
            computed += processorTime(running()) - guestSince;
        }
        wall = System.nanoTime() - startedAt;
        thread = null;
        // The thread belongs to the pool: the next guest on it must not inherit this one's end.
        Thread.interrupted();
    }

    /** Ends the guest, for this reason unless it was stopped for another before. */
    synchronized void stop(CallFailure why) {
        if (reason == null) {
            reason = why;
        }
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** Stops the guest when its time is over; interrupts again a guest that goes on regardless. */
    synchronized void check() {
        Thread guest = thread;
        if (guest == null) {
            return;
        }
        if (reason != null) {
            guest.interrupt();
        } else if (System.nanoTime() - startedAt > wallLimit.toNanos()) {
            stop(timeout());
        } else if (computed + running(guest) > computingLimit.toNanos()) {
            stop(timeLimit());
        }
    }

    synchronized @Nullable CallFailure stopped() {
        return reason;
    }

    synchronized Duration computing() {
        return Duration.ofNanos(computed);
    }

    synchronized Duration wall() {
        return Duration.ofNanos(wall);
    }

    private long running(Thread guest) {
        return waiting ? 0 : processorTime(guest) - guestSince;
    }

    private Thread running() {
        if (thread == null) {
            throw new IllegalStateException("no guest is running");
        }
        return thread;
    }

    private static long processorTime(Thread thread) {
        if (!PROCESSOR_TIME) {
            return System.nanoTime();
        }
        return thread == Thread.currentThread()
                ? THREADS.getCurrentThreadCpuTime()
                : THREADS.getThreadCpuTime(thread.threadId());
    }

    private CallFailure timeLimit() {
        return new CallFailure(
                FailureCode.TIME_LIMIT,
                "The part computed for more than " + seconds(computingLimit) + ".",
                "Give it less to do in one call, or raise its computing time.");
    }

    private CallFailure timeout() {
        return new CallFailure(
                FailureCode.TIMEOUT,
                "The part had not finished after " + seconds(wallLimit) + ".",
                "Raise `run.timeout_ms` of the node if it may take longer.");
    }

    private static String seconds(Duration time) {
        long millis = time.toMillis();
        return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    }
}
