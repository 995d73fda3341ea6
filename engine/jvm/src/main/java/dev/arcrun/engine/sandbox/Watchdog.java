package dev.arcrun.engine.sandbox;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Looks at the clocks of running guests every few milliseconds, on a thread of its own. */
final class Watchdog implements AutoCloseable {
    private static final long ROUND = TimeUnit.MILLISECONDS.toNanos(10);

    private final Set<GuestClock> clocks = ConcurrentHashMap.newKeySet();
    private final Thread thread;
    private volatile boolean closed;
    private volatile boolean asleep;

    Watchdog() {
        thread = Thread.ofPlatform().daemon().name("arcrun-watchdog").start(this::watch);
    }

    void watch(GuestClock clock) {
        clocks.add(clock);
        if (asleep) {
            LockSupport.unpark(thread);
        }
    }

    void forget(GuestClock clock) {
        clocks.remove(clock);
    }

    /** Stops every guest, and ends once the last one has. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }

    private void watch() {
        while (!closed || !clocks.isEmpty()) {
            for (GuestClock clock : clocks) {
                if (closed) {
                    clock.stop(GuestFailures.cancelled());
                }
                clock.check();
            }
            asleep = true;
            if (clocks.isEmpty() && !closed) {
                LockSupport.park(this);
            }
            asleep = false;
            if (!clocks.isEmpty()) {
                LockSupport.parkNanos(this, ROUND);
            }
        }
    }
}
