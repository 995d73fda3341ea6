package dev.arcrun.engine.sandbox;

import com.dylibso.chicory.runtime.HostFunction;
import com.dylibso.chicory.runtime.ImportValues;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.WasmFunctionHandle;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.FunctionImport;
import com.dylibso.chicory.wasm.types.FunctionType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * What QuickJS asks of its host in one call: ticks, clock, randomness, and text for the log. There
 * are no files, modules or promises: those functions link and refuse.
 */
final class QuickJsImports {
    /**
     * QuickJS asks for leave to go on at its first poll, and then after so many more
     * (JS_INTERRUPT_COUNTER_INIT). A poll is a tick.
     */
    static final int TICKS_PER_QUESTION = 10_000;

    private static final long[] OK = {0};
    private static final long[] NOTHING = {};
    private static final long[] BAD_DESCRIPTOR = {8};
    private static final long[] STOP = {1};

    private final long maxTicks;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Consumer<byte[]> log;

    /** The first question comes before the first tick. */
    private long ticks = -TICKS_PER_QUESTION;

    private boolean starting = true;

    QuickJsImports(
            long maxTicks, InstantSource clock, RandomGenerator random, Consumer<byte[]> log) {
        this.maxTicks = maxTicks;
        this.clock = clock;
        this.random = random;
        this.log = log;
    }

    /** From here on the clock tells the time. */
    void started() {
        starting = false;
    }

    boolean exhausted() {
        return ticks >= maxTicks;
    }

    long ticks() {
        return ticks;
    }

    void log(byte[] text) {
        log.accept(text);
    }

    /** The functions for that module, in its order of imports. */
    ImportValues link(WasmModule module, WasmFunctionHandle call) {
        Map<String, WasmFunctionHandle> functions =
                Map.ofEntries(
                        Map.entry("host_interrupt", (i, a) -> interrupt()),
                        Map.entry("host_call", call),
                        Map.entry("host_get_timezone_offset", (i, a) -> OK),
                        Map.entry("host_promise_rejection", (i, a) -> NOTHING),
                        Map.entry("host_module_normalize", (i, a) -> OK),
                        Map.entry("host_module_load", (i, a) -> OK),
                        Map.entry("clock_time_get", this::time),
                        Map.entry("random_get", this::random),
                        Map.entry("fd_write", this::write),
                        Map.entry("fd_close", (i, a) -> BAD_DESCRIPTOR),
                        Map.entry("fd_seek", (i, a) -> BAD_DESCRIPTOR),
                        Map.entry("fd_fdstat_get", (i, a) -> BAD_DESCRIPTOR));
        var values = ImportValues.builder();
        for (int n = 0; n < module.importSection().importCount(); n++) {
            if (module.importSection().getImport(n) instanceof FunctionImport wanted) {
                WasmFunctionHandle function = functions.get(wanted.name());
                if (function == null) {
                    throw new IllegalStateException("QuickJS imports " + wanted.name());
                }
                FunctionType type = module.typeSection().getType(wanted.typeIndex());
                values.addFunction(
                        new HostFunction(wanted.module(), wanted.name(), type, function));
            }
        }
        return values.build();
    }

    private long[] interrupt() {
        ticks += TICKS_PER_QUESTION;
        return exhausted() ? STOP : OK;
    }

    /**
     * QuickJS seeds {@code Math.random} from the clock when it starts. A random time makes the
     * sequence unpredictable.
     */
    private long[] time(Instance instance, long... arguments) {
        Instant now = clock.instant();
        long nanos = now.getEpochSecond() * 1_000_000_000 + now.getNano();
        instance.memory().writeLong((int) arguments[2], starting ? random.nextLong() >>> 1 : nanos);
        return OK;
    }

    private long[] random(Instance instance, long... arguments) {
        byte[] bytes = new byte[(int) arguments[1]];
        random.nextBytes(bytes);
        instance.memory().write((int) arguments[0], bytes);
        return OK;
    }

    private long[] write(Instance instance, long... arguments) {
        int vectors = (int) arguments[1];
        int written = 0;
        for (int n = 0; n < (int) arguments[2]; n++) {
            int at = instance.memory().readInt(vectors + 8 * n);
            int length = instance.memory().readInt(vectors + 8 * n + 4);
            log.accept(instance.memory().readBytes(at, length));
            written += length;
        }
        instance.memory().writeI32((int) arguments[3], written);
        return OK;
    }
}
