package dev.arcrun.engine.sandbox;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import dev.arcrun.engine.value.Json;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Calls parts: each call in a fresh instance, within its limits, with the host's services and
 * nothing else. May be used by many threads at once.
 */
public final class Sandbox implements AutoCloseable {
    /** After these the part's own result doesn't count: it can't know what it missed. */
    private static final Set<FailureCode> DECISIVE =
            Set.of(
                    FailureCode.RESPONSE_TOO_LARGE,
                    FailureCode.HOST_NOT_ALLOWED,
                    FailureCode.CREDENTIAL_HOST,
                    FailureCode.CREDENTIAL_MISSING);

    /** How a guest ends that can't go on without the memory it was refused. */
    private static final Set<FailureCode> HELPLESS =
            Set.of(FailureCode.TRAP, FailureCode.EXIT_CODE, FailureCode.INVALID_OUTPUT);

    private final GuestThreads threads;
    private final PartCompiler compiler;
    private final QuickJsPart quickJs;

    public Sandbox(SandboxSettings settings) {
        threads = new GuestThreads(settings.threads());
        compiler = new PartCompiler(settings.compilation(), settings.cacheDir());
        quickJs = new QuickJsPart(threads);
    }

    /**
     * Calls a part and waits for its end. Interrupting the calling thread cancels the call; the
     * interrupt stays set.
     *
     * @param input one JSON document, UTF-8
     * @return the part's result, or a failure with its code; never throws for what a part does
     */
    public CallResult call(PartModule module, byte[] input, Limits limits, HostServices host) {
        if (input.length > limits.inputBytes()) {
            return CallResult.failed(inputLimit(input.length, limits), "", CallStats.NONE);
        }
        compiler.prepare(module);
        if (module.isQuickJs()) {
            return quickJs.call(module, input, limits);
        }
        var clock = new GuestClock(limits.computing(), limits.wall());
        var call = new GuestCall(input, limits, host, threads, clock);
        Ended ended =
                threads.run(
                        clock,
                        () -> run(module, call, limits, clock),
                        () -> new Ended(null, clock.stopped(), 0, false));
        return result(ended, call, clock);
    }

    /** Ends running calls as cancelled, and the threads. */
    @Override
    public void close() {
        threads.close();
        compiler.close();
    }

    private record Ended(
            Json.@Nullable Obj result,
            @Nullable CallFailure failure,
            int pages,
            boolean compiled) {}

    private static Ended run(PartModule module, GuestCall call, Limits limits, GuestClock clock) {
        @Nullable Function<Instance, Machine> compiled = module.machines();
        @Nullable GuestInstance guest = null;
        @Nullable CallFailure failure = null;
        Json.@Nullable Obj result = null;
        try {
            try {
                guest = GuestInstance.of(module, compiled, call, limits.memoryMiB());
                guest.start();
            } catch (GuestExit exit) {
                requireSuccess(exit, call);
            }
            result = GuestResult.read(call.output());
        } catch (Throwable e) {
            failure = GuestFailures.of(e, clock);
            if (guest != null && guest.refusedMemory() && HELPLESS.contains(failure.code())) {
                failure = GuestFailures.memoryLimit();
            }
        }
        int pages = guest == null ? 0 : guest.pages();
        return new Ended(result, failure, pages, compiled != null);
    }

    private static void requireSuccess(GuestExit exit, GuestCall call) {
        if (exit.code() != 0) {
            throw new GuestStopped(exitCode(exit.code(), call.log().lastLines()));
        }
    }

    private static CallResult result(Ended ended, GuestCall call, GuestClock clock) {
        var stats =
                new CallStats(
                        clock.computing(),
                        clock.wall(),
                        ended.pages(),
                        call.outputBytes(),
                        ended.compiled(),
                        call.hostCalls());
        String log = call.log().text();
        CallFailure asked = call.hostFailure();
        if (asked != null && DECISIVE.contains(asked.code()) && clock.stopped() == null) {
            return CallResult.failed(asked, log, stats);
        }
        if (ended.failure() != null) {
            return CallResult.failed(ended.failure(), log, stats);
        }
        Json.Obj result = ended.result();
        if (result == null) {
            throw new IllegalStateException("neither a result nor a failure");
        }
        return new CallResult(explained(result, asked), null, log, stats);
    }

    /** A part that was only told "error" gets the code and the reason it couldn't know. */
    private static Json.Obj explained(Json.Obj result, @Nullable CallFailure asked) {
        if (asked == null
                || !Json.FALSE.equals(result.get("success"))
                || result.get("error_code") != null) {
            return result;
        }
        return result.with("error_code", Json.of(asked.code().name()))
                .with("hint", Json.of(asked.error()));
    }

    private static CallFailure inputLimit(int length, Limits limits) {
        return new CallFailure(
                FailureCode.INPUT_LIMIT,
                "The part's input has "
                        + length
                        + " bytes; at most "
                        + limits.inputBytes()
                        + " are allowed.",
                "Send less at a time, for example with a FOREACH.");
    }

    private static CallFailure exitCode(int code, String lastLines) {
        String told = lastLines.isEmpty() ? "" : " Its last words:\n" + lastLines;
        return new CallFailure(
                FailureCode.EXIT_CODE, "The part ended with exit code " + code + "." + told, null);
    }
}
