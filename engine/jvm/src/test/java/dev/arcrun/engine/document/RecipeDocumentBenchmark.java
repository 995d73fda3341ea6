package dev.arcrun.engine.document;

import dev.arcrun.engine.value.Json;
import java.util.List;
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
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * How long reading and editing take: a chain of nodes with a URL, a template and a retry each. Run
 * {@link #main} with the test class path.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class RecipeDocumentBenchmark {
    private final String thousand = recipe(1_000);
    private final String tenThousand = recipe(10_000);
    private final RecipeDocument document = RecipeDocument.read(thousand);
    private int edits;

    public static void main(String[] args) throws Exception {
        new Runner(
                        new OptionsBuilder()
                                .include(RecipeDocumentBenchmark.class.getSimpleName())
                                .build())
                .run();
    }

    static String recipe(int nodes) {
        StringBuilder text = new StringBuilder("name: chain\nflow:\n");
        for (int i = 0; i < nodes; i++) {
            String from = i == 0 ? "input" : "node_" + (i - 1);
            text.append("  - \"").append(from).append(" >> ON_SUCCESS >> node_").append(i);
            text.append("\"\n");
        }
        text.append("config:\n");
        for (int i = 0; i < nodes; i++) {
            text.append("  node_").append(i).append(":\n    component: http_request\n");
            text.append("    url: \"https://api.example.com/orders/").append(i);
            text.append("?city={{input.city}}\"  # where\n");
            text.append("    run: { timeout_ms: 5000, retry: { attempts: 3 } }\n");
        }
        return text.toString();
    }

    @Benchmark
    public RecipeDocument read_a_recipe_of_1000_nodes() {
        return RecipeDocument.read(thousand);
    }

    @Benchmark
    public RecipeDocument read_a_recipe_of_10000_nodes() {
        return RecipeDocument.read(tenThousand);
    }

    @Benchmark
    public RecipeDocument set_a_parameter_in_a_recipe_of_1000_nodes() {
        Json url = Json.of("https://example.com/" + edits++);
        Edit edit = new Edit.SetParameter("node_500", List.of("url"), url);
        return document.apply(List.of(edit)).document();
    }
}
