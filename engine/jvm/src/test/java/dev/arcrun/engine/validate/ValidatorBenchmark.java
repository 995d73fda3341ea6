package dev.arcrun.engine.validate;

import dev.arcrun.engine.document.Problem;
import dev.arcrun.engine.document.RecipeDocument;
import java.util.List;
import java.util.Set;
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
import org.openjdk.jmh.annotations.Warmup;

/** How long it takes to check a recipe, and to read and check it, by its number of nodes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ValidatorBenchmark {
    @Param({"1000", "10000"})
    public int nodes;

    private final Validator validator =
            new Validator(
                    TestParts.CATALOG,
                    new Surroundings(Set.of("hello"), Set.of("TOKEN"), "api.example.com"::equals));

    private String text = "";
    private RecipeDocument document = RecipeDocument.read("");

    @Setup
    public void write() {
        text = LargeRecipe.text(nodes);
        document = RecipeDocument.read(text);
    }

    @Benchmark
    public List<Problem> check() {
        return validator.check(document);
    }

    @Benchmark
    public List<Problem> readAndCheck() {
        return validator.check(RecipeDocument.read(text));
    }
}
