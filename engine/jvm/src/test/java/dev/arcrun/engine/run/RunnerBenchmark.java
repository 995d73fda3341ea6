package dev.arcrun.engine.run;

import dev.arcrun.engine.part.Component;
import dev.arcrun.engine.part.Contract;
import dev.arcrun.engine.recipe.Edge;
import dev.arcrun.engine.recipe.Node;
import dev.arcrun.engine.recipe.NodeRun;
import dev.arcrun.engine.recipe.Recipe;
import dev.arcrun.engine.recipe.Relation;
import dev.arcrun.engine.value.Json;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a whole run costs for each node when its part does nothing: scheduler, threads, trace;
 * microseconds a node.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class RunnerBenchmark {
    private static final int NODES = 1_000;

    private static final Contract CONTRACT =
            new Contract(
                    "part",
                    Contract.Runtime.WASM,
                    Json.Obj.EMPTY,
                    Json.Obj.EMPTY,
                    Set.of(),
                    List.of(),
                    Set.of(),
                    List.of(),
                    false,
                    false,
                    false,
                    List.of());

    private final Recipe chain =
            TestRecipes.chain(
                    IntStream.range(0, NODES).mapToObj(i -> "n" + i).toArray(String[]::new));
    private final Recipe oneByOne = loop(1);
    private final Recipe eightAtOnce = loop(8);
    private final Json items =
            Json.object("items", Json.array(Collections.nCopies(NODES, Json.of("an item"))));

    private final Runner runner =
            new Runner(
                    name -> new Component.Part(name, CONTRACT),
                    (asking, call) ->
                            new PartCaller.Answer(
                                    Json.object("success", Json.TRUE, "data", Json.TRUE),
                                    CallReport.NOTHING),
                    RecipeSource.NONE,
                    RunRecorder.NONE,
                    InstantSource.system(),
                    Runner.LONGEST_RUN);

    @Benchmark
    @OperationsPerInvocation(NODES)
    public RunRecord a_chain_of_1000_nodes() throws ExecutionException, InterruptedException {
        return run(chain, Json.Obj.EMPTY);
    }

    @Benchmark
    @OperationsPerInvocation(NODES)
    public RunRecord a_loop_over_1000_items_one_by_one()
            throws ExecutionException, InterruptedException {
        return run(oneByOne, items);
    }

    @Benchmark
    @OperationsPerInvocation(NODES)
    public RunRecord a_loop_over_1000_items_eight_at_once()
            throws ExecutionException, InterruptedException {
        return run(eightAtOnce, items);
    }

    private RunRecord run(Recipe recipe, Json input)
            throws ExecutionException, InterruptedException {
        RunRecord record =
                runner.start(RunRequest.manual(recipe, "", input), event -> {}).done().get();
        if (record.status() != RunRecord.Status.SUCCEEDED) {
            throw new IllegalStateException("the run " + record.status() + ": " + record.error());
        }
        return record;
    }

    private static Recipe loop(int concurrency) {
        Map<String, Node> nodes = new LinkedHashMap<>(TestRecipes.chain().nodes());
        var settings = new NodeRun(NodeRun.DEFAULT_TIMEOUT_MS, null, false, concurrency, null);
        nodes.put(
                "each",
                new Node("each", Node.Role.PART, "part", Json.Obj.EMPTY, settings, Map.of()));
        List<Edge> edges = new ArrayList<>();
        edges.add(new Edge(0, "input", new Relation.Foreach("item"), "each"));
        return new Recipe(
                "loop",
                null,
                false,
                false,
                false,
                8,
                null,
                Json.Obj.EMPTY,
                List.of(),
                nodes,
                edges);
    }
}
