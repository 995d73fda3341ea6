package dev.arcrun.engine.sandbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One request of a guest to the outside: counted, waited for, recorded. */
final class HostRequest {
    private final GuestCall call;
    private final String op;
    private final @Nullable String method;
    private final String target;

    /** An answer, and what the record says of it. */
    record Reply<T>(T value, int status, long bytes) {
        static <T> Reply<T> of(T value, long bytes) {
            return new Reply<>(value, 0, bytes);
        }
    }

    @FunctionalInterface
    interface Action<T> {
        Reply<T> run() throws HostFailure;
    }

    private record Ended<T>(@Nullable Reply<T> reply, @Nullable HostFailure failure) {}

    HostRequest(GuestCall call, String op, @Nullable String method, String target) {
        this.call = call;
        this.op = op;
        this.method = method;
        this.target = target;
    }

    /**
     * @throws HostFailure when it was not carried out; that is noted already
     * @throws GuestStopped when it is one request too many
     */
    <T> T run(Action<T> action) throws HostFailure {
        call.countHostCall();
        long start = System.nanoTime();
        Ended<T> ended = call.outside(() -> attempt(action));
        Duration duration = Duration.ofNanos(System.nanoTime() - start);
        HostFailure failure = ended.failure();
        if (failure != null) {
            record(0, 0, duration, failure.failure().code());
            call.noteHostFailure(failure.failure());
            throw failure;
        }
        Reply<T> reply = ended.reply();
        if (reply == null) {
            throw new IllegalStateException("neither an answer nor a failure");
        }
        record(reply.status(), reply.bytes(), duration, null);
        return reply.value();
    }

    private static <T> Ended<T> attempt(Action<T> action) {
        try {
            return new Ended<>(action.run(), null);
        } catch (HostFailure e) {
            return new Ended<>(null, e);
        }
    }

    private void record(int status, long bytes, Duration duration, @Nullable FailureCode failure) {
        call.hostCalls().add(new HostCall(op, method, target, status, bytes, duration, failure));
    }
}
