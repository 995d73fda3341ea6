package dev.arcrun.engine.sandbox;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import dev.arcrun.engine.value.Json;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Calls the part {@code code} on a guest's thread, watched like any other part. */
final class QuickJsPart {
    private final GuestThreads threads;
    private final SecureRandom random = new SecureRandom();

    QuickJsPart(GuestThreads threads) {
        this.threads = threads;
    }

    /**
     * @param part the catalog's QuickJS
     * @param parameters one JSON document, UTF-8
     */
    CallResult call(PartModule part, byte[] parameters, Limits limits) {
        CodeInput input;
        try {
            input = CodeInput.of(parameters, limits);
        } catch (CodeFailure e) {
            return new CallResult(e.toResult(), null, "", CallStats.NONE);
        }
        // Computing is limited by ticks; this only ends built-in functions that don't count any.
        var clock = new GuestClock(Limits.HARD_CAP.computing(), input.limits().wall());
        var log = new GuestLog(limits.logBytes());
        @Nullable Function<Instance, Machine> compiled = part.machines();
        var module =
                new QuickJsModule(
                        part.module(), compiled == null ? BoundedInterpreter::new : compiled);
        var call = new QuickJsCall(module, InstantSource.system(), random, log::write);
        Ended ended =
                threads.run(
                        clock, () -> run(call, input, clock), () -> Ended.failed(clock.stopped()));
        var stats =
                new CallStats(
                        clock.computing(),
                        clock.wall(),
                        call.pages(),
                        call.outputBytes(),
                        compiled != null,
                        List.of());
        return new CallResult(ended.result, ended.failure, log.text(), stats);
    }

    private record Ended(Json.Obj result, @Nullable FailureCode failure) {
        static Ended failed(@Nullable CallFailure why) {
            if (why == null) {
                throw new IllegalStateException("a call that did not run has a reason");
            }
            return new Ended(CodeFailure.from(why), why.code());
        }
    }

    private static Ended run(QuickJsCall call, CodeInput input, GuestClock clock) {
        try {
            return new Ended(call.run(input), null);
        } catch (CodeFailure e) {
            return new Ended(e.toResult(), e.hostCode());
        } catch (Throwable e) {
            return Ended.failed(GuestFailures.of(e, clock));
        }
    }
}
