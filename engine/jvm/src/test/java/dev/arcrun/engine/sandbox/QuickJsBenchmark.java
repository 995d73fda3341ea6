package dev.arcrun.engine.sandbox;

import dev.arcrun.engine.value.Json;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What the part {@code code} costs: one small call, and a loop of a million turns. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 3, time = 3)
@Fork(value = 1, jvmArgsAppend = "-XX:-DontCompileHugeMethods")
public class QuickJsBenchmark {

    @Benchmark
    public Json smallCall() {
        return QuickJs.data("return {up: input.toUpperCase()}", Json.of("text"));
    }

    @Benchmark
    public Json millionTurns() {
        return QuickJs.data("let s=0;for(let i=0;i<1e6;i++)s+=i;return s");
    }

    @Benchmark
    @Fork(value = 1, jvmArgsAppend = "-XX:+DontCompileHugeMethods")
    public Json millionTurnsWithoutTheFlag() {
        return QuickJs.data("let s=0;for(let i=0;i<1e6;i++)s+=i;return s");
    }
}
