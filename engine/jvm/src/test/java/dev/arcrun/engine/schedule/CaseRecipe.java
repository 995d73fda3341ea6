package dev.arcrun.engine.schedule;

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
import java.util.Set;

/** Reads a recipe mapping, as far as cases need it. */
final class CaseRecipe {
    static Recipe read(Json.Obj r, String name) {
        List<Edge> edges = new ArrayList<>();
        Map<String, Node> nodes = new LinkedHashMap<>();
        Json.Obj config = r.get("config") instanceof Json.Obj o ? o : Json.Obj.EMPTY;
        for (Json line : r.get("flow") instanceof Json.Arr a ? a.items() : List.<Json>of()) {
            String[] f = ((Json.Str) line).value().split(">>");
            edges.add(new Edge(edges.size(), f[0].trim(), relation(f[1].trim()), f[2].trim()));
            for (String n : List.of(f[0].trim(), f[2].trim())) {
                nodes.computeIfAbsent(
                        n, k -> node(k, config.get(k) instanceof Json.Obj o ? o : Json.Obj.EMPTY));
            }
        }
        return new Recipe(
                r.get("name") instanceof Json.Str s ? s.value() : name,
                null,
                Json.TRUE.equals(r.get("strict")),
                false,
                false,
                r.get("max_parallel") instanceof Json.Num n ? (int) n.value() : 8,
                null,
                Json.Obj.EMPTY,
                List.of(),
                nodes,
                edges);
    }

    private static Node node(String name, Json.Obj c) {
        String component = c.get("component") instanceof Json.Str s ? s.value() : null;
        Node.Role role =
                component != null
                        ? Node.Role.PART
                        : Set.of("input", "trigger", "webhook", "start").contains(name)
                                ? Node.Role.INPUT
                                : Set.of("output", "result", "end", "done").contains(name)
                                        ? Node.Role.OUTPUT
                                        : Node.Role.PART;
        Json.Obj run = c.get("run") instanceof Json.Obj o ? o : Json.Obj.EMPTY;
        NodeRun.Retry retry = null;
        if (run.get("retry") instanceof Json.Obj t) {
            List<String> on = new ArrayList<>();
            if (t.get("on") instanceof Json.Arr a) {
                a.items().forEach(i -> on.add(((Json.Str) i).value()));
            }
            retry =
                    new NodeRun.Retry(
                            (int) num(t, "attempts", 1),
                            (long) num(t, "delay_ms", 0),
                            num(t, "factor", 1),
                            on);
        }
        return new Node(
                name,
                role,
                component,
                c.without("component").without("run").without("credentials").without("ui"),
                new NodeRun(
                        (long) num(run, "timeout_ms", 30000),
                        retry,
                        Json.TRUE.equals(run.get("optional")),
                        (int) num(run, "concurrency", 1),
                        run.get("each") instanceof Json.Str s ? s.value() : null),
                Map.of());
    }

    private static double num(Json.Obj o, String k, double d) {
        return o.get(k) instanceof Json.Num n ? n.value() : d;
    }

    private static Relation relation(String t) {
        if (t.startsWith("FOREACH")) {
            String v = t.substring(7).trim();
            return new Relation.Foreach(v.isEmpty() ? "item" : v);
        }
        if (t.startsWith("ON_BRANCH(")) {
            return new Relation.OnBranch(t.substring(10, t.length() - 1));
        }
        if (t.startsWith("IF")) {
            return new Relation.If(t.length() > 2 ? t.substring(3, t.length() - 1) : "");
        }
        return switch (t) {
            case "PIPE", "ON_CLICK" -> new Relation.Always();
            case "ON_SUCCESS" -> new Relation.OnSuccess();
            case "ON_FAIL" -> new Relation.OnFail();
            case "ON_TRUE" -> new Relation.OnBranch("true");
            case "ON_FALSE" -> new Relation.OnBranch("false");
            case "CALLS_SUBFLOW" -> new Relation.CallsSubflow();
            case "CONTINUE", "IS_A", "CONTAINS", "HAS_STYLE", "HAS_BEHAVIOR" ->
                    new Relation.Documentation(t);
            default -> new Relation.Unknown(t);
        };
    }
}
