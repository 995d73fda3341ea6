package dev.arcrun.engine.run;

import dev.arcrun.engine.recipe.Edge;
import dev.arcrun.engine.recipe.Node;
import dev.arcrun.engine.recipe.NodeRun;
import dev.arcrun.engine.recipe.Recipe;
import dev.arcrun.engine.recipe.Relation;
import dev.arcrun.engine.value.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Small recipes without text. */
final class TestRecipes {
    private TestRecipes() {}

    /** The input, then each node after the one before. */
    static Recipe chain(String... names) {
        Map<String, Node> nodes = new LinkedHashMap<>();
        List<Edge> edges = new ArrayList<>();
        nodes.put("input", INPUT);
        String before = "input";
        for (String name : names) {
            nodes.put(name, node(name, Json.Obj.EMPTY));
            edges.add(new Edge(edges.size(), before, new Relation.OnSuccess(), name));
            before = name;
        }
        return recipe(nodes, edges);
    }

    static Recipe withParameter(String name, String parameter, Json value) {
        Map<String, Node> nodes = new LinkedHashMap<>(chain(name).nodes());
        nodes.put(name, node(name, Json.object(parameter, value)));
        return recipe(nodes, chain(name).edges());
    }

    /** A node that calls another recipe with an input. */
    static Recipe calling(String name, String recipe, Json input) {
        Map<String, Node> nodes = new LinkedHashMap<>(chain(name).nodes());
        Json.Obj parameters = Json.object("workflow_name", Json.of(recipe), "input", input);
        nodes.put(
                name,
                new Node(
                        name,
                        Node.Role.PART,
                        "trigger_workflow",
                        parameters,
                        NodeRun.DEFAULT,
                        Map.of()));
        return recipe(nodes, chain(name).edges());
    }

    /** A node, then a call of another recipe. */
    static Recipe subflow(String name, String recipe) {
        Map<String, Node> nodes = new LinkedHashMap<>(chain(name).nodes());
        nodes.put(
                recipe,
                new Node(recipe, Node.Role.PART, null, Json.Obj.EMPTY, NodeRun.DEFAULT, Map.of()));
        List<Edge> edges = new ArrayList<>(chain(name).edges());
        edges.add(new Edge(edges.size(), name, new Relation.CallsSubflow(), recipe));
        return recipe(nodes, edges);
    }

    /** A node, and a recipe that is told when it fails. */
    static Recipe failingOver(String name, String onFailure) {
        Recipe chain = chain(name);
        return new Recipe(
                chain.name(),
                null,
                false,
                false,
                false,
                8,
                onFailure,
                Json.Obj.EMPTY,
                List.of(),
                chain.nodes(),
                chain.edges());
    }

    private static final Node INPUT =
            new Node("input", Node.Role.INPUT, null, Json.Obj.EMPTY, NodeRun.DEFAULT, Map.of());

    private static Node node(String name, Json.Obj parameters) {
        return new Node(name, Node.Role.PART, "part", parameters, NodeRun.DEFAULT, Map.of());
    }

    private static Recipe recipe(Map<String, Node> nodes, List<Edge> edges) {
        return new Recipe(
                "demo",
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
