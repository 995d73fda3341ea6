package dev.arcrun.catalog;

import dev.arcrun.engine.sandbox.HostServices;
import dev.arcrun.engine.sandbox.Limits;
import dev.arcrun.engine.sandbox.PartModule;
import dev.arcrun.engine.sandbox.Sandbox;
import dev.arcrun.engine.sandbox.SandboxSettings;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Prints what the example of every part costs: its first call with loading, and a warm call, in one
 * process. A host gives a store, and no network.
 */
public final class PartTimes {
    private static final int WARM_UP = 400;
    private static final int CALLS = 201;
    private static final double NANOS_PER_MS = 1e6;
    private static final double NANOS_PER_US = 1e3;

    private PartTimes() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) {
        System.out.println("| part | bytes | first call, ms | warm call, µs |");
        System.out.println("|---|---|---|---|");
        try (var sandbox = new Sandbox(SandboxSettings.withCache(null))) {
            // The sandbox's own classes are loaded and warm before the first part is timed.
            time(sandbox, (CatalogPart.Program) Catalog.load().find("set").orElseThrow());
            for (CatalogPart part : Catalog.load().parts()) {
                if (part instanceof CatalogPart.Program program) {
                    double[] times = time(sandbox, program);
                    System.out.printf(
                            Locale.ROOT,
                            "| `%s` | %,d | %.1f | %.0f |%n",
                            part.id(),
                            program.size(),
                            times[0],
                            times[1]);
                }
            }
        }
    }

    private static double[] time(Sandbox sandbox, CatalogPart.Program part) {
        Json.Obj example =
                part.id().equals("wait")
                        ? Json.object("ms", Json.of(0))
                        : part.description().configExample();
        byte[] input = JsonWriter.compact(example).getBytes(StandardCharsets.UTF_8);
        var host = new Store();
        long start = System.nanoTime();
        PartModule module = part.module();
        sandbox.call(module, input, Limits.DEFAULT, host);
        double first = (System.nanoTime() - start) / NANOS_PER_MS;
        long[] calls = new long[CALLS];
        for (int i = -WARM_UP; i < CALLS; i++) {
            long began = System.nanoTime();
            sandbox.call(module, input, Limits.DEFAULT, host);
            if (i >= 0) {
                calls[i] = System.nanoTime() - began;
            }
        }
        Arrays.sort(calls);
        return new double[] {first, calls[CALLS / 2] / NANOS_PER_US};
    }

    private static final class Store implements HostServices {
        private final Map<String, String> values = new HashMap<>();

        @Override
        public @Nullable String kvGet(String key) {
            return values.get(key);
        }

        @Override
        public void kvPut(String key, String value, long ttlSeconds) {
            values.put(key, value);
        }
    }
}
