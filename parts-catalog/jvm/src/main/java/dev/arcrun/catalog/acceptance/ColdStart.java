package dev.arcrun.catalog.acceptance;

import dev.arcrun.engine.sandbox.PartLoadException;
import dev.arcrun.engine.sandbox.PartModule;
import java.util.Arrays;
import java.util.Locale;

/**
 * How long a first call takes: reading the file, a fresh instance and the example. Median of
 * several, run as bytecode; making the bytecode isn't counted, as it happens once for a program.
 */
final class ColdStart implements Check {
    private static final int TIMES = 7;
    private static final double NANOS_IN_MS = 1e6;

    @Override
    public String name() {
        return "cold_start";
    }

    @Override
    public CheckResult on(Subject subject) {
        byte[] wasm = subject.wasm();
        if (wasm == null) {
            throw new IllegalStateException("there is no program");
        }
        subject.call(subject.part().configExample());
        long[] times = new long[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long start = System.nanoTime();
            read(wasm);
            subject.call(subject.part().configExample());
            times[i] = System.nanoTime() - start;
        }
        Arrays.sort(times);
        double median = times[TIMES / 2] / NANOS_IN_MS;
        double most = subject.part().maxColdStartMs();
        String figure = String.format(Locale.ROOT, "%.1f ms", median);
        String limit = String.format(Locale.ROOT, "%.0f ms", most);
        return median <= most
                ? CheckResult.passed(name(), figure, limit)
                : CheckResult.failed(
                        name(),
                        figure,
                        limit,
                        "A first call takes longer than `max_cold_start_ms` of the contract.");
    }

    private static void read(byte[] wasm) {
        try {
            PartModule.load(wasm);
        } catch (PartLoadException e) {
            throw new IllegalStateException("the program was loaded before", e);
        }
    }
}
