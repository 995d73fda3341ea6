package dev.arcrun.engine.schedule;

import dev.arcrun.engine.part.Component;
import dev.arcrun.engine.part.Contract;
import dev.arcrun.engine.recipe.Edge;
import dev.arcrun.engine.recipe.Node;
import dev.arcrun.engine.recipe.NodeRun;
import dev.arcrun.engine.recipe.Recipe;
import dev.arcrun.engine.recipe.Relation;
import dev.arcrun.engine.value.Json;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
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
 * What the engine costs for each node when the part costs nothing: microseconds a node, the run's
 * start and end included.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ScheduleBenchmark {
    private static final Json RESULT =
            Json.object("success", Json.TRUE, "data", Json.object("text", Json.of("hello")));
    private static final Contract CONTRACT =
            new Contract(
                    "noop",
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

    private final Recipe chain = chain(1_000);
    private final Recipe longChain = chain(9_000);
    private final Recipe sequential = loop(1);
    private final Recipe concurrent = loop(1_000);
    private final Json items = items(1_000);
    private final Json manyItems = items(9_000);

    @Benchmark
    @OperationsPerInvocation(1_000)
    public Outcome chainOf1000Nodes() {
        return run(chain, Json.Obj.EMPTY);
    }

    @Benchmark
    @OperationsPerInvocation(9_000)
    public Outcome chainOf9000Nodes() {
        return run(longChain, Json.Obj.EMPTY);
    }

    @Benchmark
    @OperationsPerInvocation(1_000)
    public Outcome loopOver1000ItemsOneAtATime() {
        return run(sequential, items);
    }

    @Benchmark
    @OperationsPerInvocation(1_000)
    public Outcome loopOver1000ItemsAtOnce() {
        return run(concurrent, items);
    }

    @Benchmark
    @OperationsPerInvocation(9_000)
    public Outcome loopOver9000ItemsOneAtATime() {
        return run(sequential, manyItems);
    }

    @Benchmark
    @OperationsPerInvocation(9_000)
    public Outcome loopOver9000ItemsAtOnce() {
        return run(concurrent, manyItems);
    }

    private static Outcome run(Recipe recipe, Json input) {
        var schedule =
                new Schedule(
                        recipe,
                        _ -> new Component.Part("noop", CONTRACT),
                        new RunContext("run", input, "manual", null, "nonce", 0));
        Deque<Event> events = new ArrayDeque<>(List.of(new Event.Started(0)));
        while (true) {
            for (Command command : schedule.on(events.remove())) {
                if (command instanceof Command.CallPart call) {
                    events.add(new Event.CallFinished(0, call.key(), call.attempt(), RESULT));
                } else if (command instanceof Command.Finish(Outcome outcome)) {
                    return outcome;
                }
            }
        }
    }

    private static Json items(int count) {
        List<Json> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(Json.of(i));
        }
        return Json.object("items", Json.array(items));
    }

    private static Recipe chain(int length) {
        List<Edge> edges = new ArrayList<>();
        Map<String, Node> nodes = new LinkedHashMap<>();
        nodes.put("input", node("input", Node.Role.INPUT, Json.Obj.EMPTY, 1));
        String before = "input";
        for (int i = 0; i < length; i++) {
            String name = "n" + i;
            String text = i == 0 ? "start" : "{{" + before + ".data.text}}";
            Json.Obj parameters = Json.object("text", Json.of(text));
            nodes.put(name, node(name, Node.Role.PART, parameters, 1));
            edges.add(new Edge(i, before, new Relation.OnSuccess(), name));
            before = name;
        }
        return recipe(nodes, edges);
    }

    private static Recipe loop(int concurrency) {
        Json.Obj parameters = Json.object("text", Json.of("number {{item}}"));
        Map<String, Node> nodes = new LinkedHashMap<>();
        nodes.put("input", node("input", Node.Role.INPUT, Json.Obj.EMPTY, 1));
        nodes.put("work", node("work", Node.Role.PART, parameters, concurrency));
        return recipe(nodes, List.of(new Edge(0, "input", new Relation.Foreach("item"), "work")));
    }

    private static Node node(String name, Node.Role role, Json.Obj parameters, int concurrency) {
        var run = new NodeRun(NodeRun.DEFAULT_TIMEOUT_MS, null, false, concurrency, null);
        return new Node(name, role, null, parameters, run, Map.of());
    }

    private static Recipe recipe(Map<String, Node> nodes, List<Edge> edges) {
        return new Recipe(
                "bench",
                null,
                false,
                false,
                true,
                Recipe.DEFAULT_MAX_PARALLEL,
                null,
                Json.Obj.EMPTY,
                List.of(),
                nodes,
                edges);
    }
}
