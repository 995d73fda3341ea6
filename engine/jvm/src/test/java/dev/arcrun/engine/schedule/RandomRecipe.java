package dev.arcrun.engine.schedule;

import dev.arcrun.engine.part.Component;
import dev.arcrun.engine.part.Components;
import dev.arcrun.engine.recipe.Edge;
import dev.arcrun.engine.recipe.Node;
import dev.arcrun.engine.recipe.NodeRun;
import dev.arcrun.engine.recipe.Recipe;
import dev.arcrun.engine.recipe.Relation;
import dev.arcrun.engine.value.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * A random recipe without circles, and parts whose answers depend on node, iteration and attempt
 * alone. Its parts have no contract: what they receive shows the whole scope.
 */
record RandomRecipe(long seed, Recipe recipe) implements Components {
    private static final int MOST_LOOPS = 4;
    private static final int[] INCOMING = {0, 1, 1, 1, 1, 1, 1, 2, 2, 3};

    static RandomRecipe of(long seed) {
        var random = new SplittableRandom(seed);
        int count = random.nextInt(2, 16);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add(
                    i == 0 ? "input" : i == count - 1 && random.nextBoolean() ? "output" : "n" + i);
        }
        List<Edge> edges = new ArrayList<>();
        int loops = 0;
        for (int to = 1; to < count; to++) {
            int incoming = INCOMING[random.nextInt(INCOMING.length)];
            for (int i = 0; i < incoming; i++) {
                Relation relation = relation(random, loops);
                loops += relation instanceof Relation.Foreach ? 1 : 0;
                edges.add(new Edge(0, names.get(random.nextInt(to)), relation, names.get(to)));
            }
        }
        return new RandomRecipe(seed, recipe(random, inAnyOrder(seed, edges)));
    }

    private static List<Edge> inAnyOrder(long seed, List<Edge> edges) {
        List<Edge> shuffled = new ArrayList<>(edges);
        Collections.shuffle(shuffled, new Random(seed));
        List<Edge> numbered = new ArrayList<>();
        for (Edge edge : shuffled) {
            numbered.add(new Edge(numbered.size(), edge.from(), edge.relation(), edge.to()));
        }
        return numbered;
    }

    private static Relation relation(SplittableRandom random, int loops) {
        return switch (random.nextInt(16)) {
            case 0, 1 -> new Relation.OnSuccess();
            case 2 -> new Relation.OnFail();
            case 3 -> new Relation.OnBranch("true");
            case 4 -> new Relation.OnBranch("false");
            case 5 -> new Relation.If("data.size > 1");
            case 6 -> new Relation.Unknown("ON_SUCCES");
            case 7, 8, 9, 10, 11 ->
                    loops < MOST_LOOPS
                            ? new Relation.Foreach(random.nextBoolean() ? "x" : "y")
                            : new Relation.Always();
            default -> new Relation.Always();
        };
    }

    private static Recipe recipe(SplittableRandom random, List<Edge> edges) {
        Map<String, Node> nodes = new LinkedHashMap<>();
        for (Edge edge : edges) {
            for (String name : List.of(edge.from(), edge.to())) {
                nodes.computeIfAbsent(name, _ -> node(random, name));
            }
        }
        return new Recipe(
                "random",
                null,
                random.nextInt(10) == 0,
                false,
                true,
                random.nextInt(1, 9),
                null,
                Json.Obj.EMPTY,
                List.of(),
                nodes,
                edges);
    }

    private static Node node(SplittableRandom random, String name) {
        Node.Role role =
                switch (name) {
                    case "input" -> Node.Role.INPUT;
                    case "output" -> Node.Role.OUTPUT;
                    default -> Node.Role.PART;
                };
        Json.Obj parameters =
                Json.object(
                        "known", Json.of("{{text ?? \"-\"}}"),
                        "maybe", Json.of("{{n" + random.nextInt(1, 14) + ".data}}"));
        var run =
                new NodeRun(
                        NodeRun.DEFAULT_TIMEOUT_MS,
                        random.nextInt(3) == 0 ? new NodeRun.Retry(3, 5, 2, List.of()) : null,
                        random.nextInt(6) == 0,
                        random.nextInt(1, 4),
                        null);
        return new Node(name, role, null, parameters, run, Map.of());
    }

    @Override
    public Component resolve(String name) {
        return new Component.Part(name, null);
    }

    /** The answer to one call; some wait for a task. */
    Json answer(CallKey key, int attempt) {
        var random = new SplittableRandom(seed * 31 + key.hashCode() * 7L + attempt);
        return switch (random.nextInt(7)) {
            case 0 -> Json.object("success", Json.FALSE, "error", Json.of("no luck"));
            case 1 -> Json.object("pending", Json.TRUE, "task_id", Json.of("task " + key));
            default -> settled(key);
        };
    }

    Json settled(CallKey key) {
        var random = new SplittableRandom(seed * 17 + key.hashCode());
        int size = random.nextInt(4);
        List<Json> items = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            items.add(Json.of(key + "." + i));
        }
        return Json.object(
                "success", Json.TRUE,
                "text", Json.of("from " + key),
                "data",
                        Json.object(
                                "result", Json.of(random.nextBoolean()),
                                "size", Json.of(size),
                                "xs", Json.array(items),
                                "ys", Json.array(items)));
    }
}
