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

    static Recipe chain(String... names) {
        Map<String, Node> nodes = new LinkedHashMap<>();
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            nodes.put(names[i], node(names[i], Json.Obj.EMPTY));
            if (i > 0) {
                edges.add(new Edge(i - 1, names[i - 1], new Relation.OnSuccess(), names[i]));
            }
        }
        return recipe(nodes, edges);
    }

    static Recipe withParameter(String name, String parameter, Json value) {
        return recipe(Map.of(name, node(name, Json.object(parameter, value))), List.of());
    }

    static Recipe subflow(String name, String recipe) {
        Map<String, Node> nodes = new LinkedHashMap<>();
        nodes.put(name, node(name, Json.Obj.EMPTY));
        nodes.put(recipe, new Node(recipe, Node.Role.PART, null, Json.Obj.EMPTY, NodeRun.DEFAULT, Map.of()));
        return recipe(nodes, List.of(new Edge(0, name, new Relation.CallsSubflow(), recipe)));
    }

    private static Node node(String name, Json.Obj parameters) {
        return new Node(name, Node.Role.PART, "part", parameters, NodeRun.DEFAULT, Map.of());
    }

    private static Recipe recipe(Map<String, Node> nodes, List<Edge> edges) {
        return new Recipe("demo", null, false, false, false, 8, null, Json.Obj.EMPTY, List.of(), nodes, edges);
    }
}
