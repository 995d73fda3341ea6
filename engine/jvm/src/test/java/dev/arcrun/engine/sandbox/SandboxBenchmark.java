package dev.arcrun.engine.sandbox;

import dev.arcrun.engine.sandbox.SandboxSettings.Compilation;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A warm call of a small part, and of one that does nothing: what the sandbox itself costs. With
 * {@code -prof gc} also the memory of a call.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-XX:-DontCompileHugeMethods")
public class SandboxBenchmark {
    private static final byte[] UPPER =
            "{\"op\":\"upper\",\"text\":\"Straße\"}".getBytes(StandardCharsets.UTF_8);

    @Param({"NEVER", "FIRST"})
    Compilation compilation = Compilation.NEVER;

    private Sandbox sandbox = new Sandbox(new SandboxSettings(1, null, Compilation.NEVER));
    private PartModule stringOps = Guests.load(Guests.echo());
    private PartModule empty = stringOps;

    @Setup
    public void open() throws PartLoadException {
        sandbox.close();
        sandbox = new Sandbox(new SandboxSettings(2, null, compilation));
        stringOps = PartModule.load(Resources.bytes("/parts/string_ops.wasm"));
        empty = Guests.load(Guests.writing(1, "{}"));
    }

    @TearDown
    public void close() {
        sandbox.close();
    }

    @Benchmark
    public CallResult stringOps() {
        return sandbox.call(stringOps, UPPER, Limits.DEFAULT, HostServices.NONE);
    }

    @Benchmark
    public CallResult emptyPart() {
        return sandbox.call(empty, UPPER, Limits.DEFAULT, HostServices.NONE);
    }
}
