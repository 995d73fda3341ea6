package dev.arcrun.catalog;

import dev.arcrun.engine.sandbox.CallResult;
import dev.arcrun.engine.sandbox.HostServices;
import dev.arcrun.engine.sandbox.Limits;
import dev.arcrun.engine.sandbox.PartModule;
import dev.arcrun.engine.sandbox.Sandbox;
import dev.arcrun.engine.sandbox.SandboxSettings;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Warm calls of catalog parts in the sandbox, as the product makes them; microseconds a call. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:-DontCompileHugeMethods", "--enable-native-access=ALL-UNNAMED"})
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class CatalogBenchmark {
    private final Sandbox sandbox = new Sandbox(SandboxSettings.withCache(null));
    private final Catalog catalog = Catalog.load();
    private final PartModule set =
            ((CatalogPart.Program) catalog.find("set").orElseThrow()).module();
    private final PartModule text =
            ((CatalogPart.Program) catalog.find("string_ops").orElseThrow()).module();
    private final PartModule filter =
            ((CatalogPart.Program) catalog.find("filter").orElseThrow()).module();
    private final PartModule code =
            ((CatalogPart.Program) catalog.find("code").orElseThrow()).module();
    private final byte[] values = bytes("{\"values\":{\"a\":1}}");
    private final byte[] upper =
            bytes("{\"operation\":\"upper\",\"input\":\"The quick brown fox\"}");
    private final byte[] objects = bytes(objects(10_000));
    private final byte[] small = bytes("{\"code\":\"return input.a + 1\",\"input\":{\"a\":1}}");
    private final byte[] loop = bytes("{\"code\":\"let s=0;for(let i=0;i<1e6;i++)s+=i;return s\"}");

    @Benchmark
    public CallResult set_one_value() {
        return call(set, values);
    }

    @Benchmark
    public CallResult string_ops_upper() {
        return call(text, upper);
    }

    @Benchmark
    public CallResult filter_10000_objects() {
        return call(filter, objects);
    }

    @Benchmark
    public CallResult code_one_expression() {
        return call(code, small);
    }

    @Benchmark
    public CallResult code_a_million_turns() {
        return call(code, loop);
    }

    private CallResult call(PartModule module, byte[] input) {
        CallResult result = sandbox.call(module, input, Limits.DEFAULT, HostServices.NONE);
        if (result.failure() != null) {
            throw new IllegalStateException(result.result().toString());
        }
        return result;
    }

    @TearDown
    public void close() {
        sandbox.close();
    }

    private static String objects(int count) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        "{\"id\":"
                                + i
                                + ",\"name\":\"customer "
                                + i
                                + "\",\"total\":"
                                + i % 997 * 1.25
                                + ",\"tags\":[\"a\",\"b\"],\"address\":{\"city\":\"Taipei\",\"zip\":\"100\"}}")
                .collect(
                        Collectors.joining(
                                ",",
                                "{\"condition\":{\"key\":\"total\",\"op\":\"gt\",\"value\":600},\"items\":[",
                                "]}"));
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
