package dev.arcrun.engine.history;

import dev.arcrun.engine.part.Component;
import dev.arcrun.engine.recipe.Edge;
import dev.arcrun.engine.recipe.Node;
import dev.arcrun.engine.recipe.NodeRun;
import dev.arcrun.engine.recipe.Recipe;
import dev.arcrun.engine.recipe.Relation;
import dev.arcrun.engine.run.CallReport;
import dev.arcrun.engine.run.PartCaller;
import dev.arcrun.engine.run.RecipeSource;
import dev.arcrun.engine.run.RunRequest;
import dev.arcrun.engine.run.Runner;
import dev.arcrun.engine.value.Json;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The victim of {@link KillTest}: runs recipes one after another and says the id of each that is
 * kept.
 */
final class KilledProcess {
    private KilledProcess() {}

    public static void main(String[] args) throws Exception {
        RunHistory history = RunHistory.open(Path.of(args[0]));
        var runner =
                new Runner(
                        name -> new Component.Part(name, null),
                        (asking, call) ->
                                new PartCaller.Answer(
                                        Json.object(
                                                "success",
                                                Json.TRUE,
                                                "data",
                                                Json.of("x".repeat(500))),
                                        new CallReport("called", List.of(), 1, 0)),
                        RecipeSource.NONE,
                        history,
                        InstantSource.system(),
                        Runner.LONGEST_RUN);
        RunRequest request = RunRequest.manual(chain(), "name: chain\n", Json.Obj.EMPTY);
        while (true) {
            System.out.println(runner.start(request, event -> {}).done().get().runId());
        }
    }

    private static Recipe chain() {
        Map<String, Node> nodes = new LinkedHashMap<>();
        List<String> names = List.of("a", "b", "c");
        for (String name : names) {
            nodes.put(
                    name,
                    new Node(
                            name,
                            Node.Role.PART,
                            "part",
                            Json.Obj.EMPTY,
                            NodeRun.DEFAULT,
                            Map.of()));
        }
        List<Edge> edges =
                List.of(
                        new Edge(0, "a", new Relation.OnSuccess(), "b"),
                        new Edge(1, "b", new Relation.OnSuccess(), "c"));
        return new Recipe(
                "chain",
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
