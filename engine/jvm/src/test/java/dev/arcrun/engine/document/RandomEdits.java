package dev.arcrun.engine.document;

import dev.arcrun.engine.recipe.Node;
import dev.arcrun.engine.recipe.Recipe;
import dev.arcrun.engine.recipe.Relation;
import dev.arcrun.engine.value.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Edits that a user might make of a document, and values that are hard to write. */
final class RandomEdits {
    static final List<String> HARD_TEXTS =
            List.of(
                    "",
                    " ",
                    "yes",
                    "no",
                    "on",
                    "null",
                    "~",
                    "true",
                    "1",
                    "1.0",
                    "0x1f",
                    "0o7",
                    "1e3",
                    ".inf",
                    "-",
                    "- a",
                    "-a",
                    "--- a",
                    "...",
                    "a: b",
                    "a:",
                    ":a",
                    "a:b",
                    "#x",
                    "a #b",
                    "a#b",
                    " leading",
                    "trailing ",
                    "\ttab",
                    "tab\tin",
                    "a\tb\n",
                    "'",
                    "\"",
                    "it's",
                    "say \"x\"",
                    "\\",
                    "\\n",
                    "{a}",
                    "[a]",
                    "a, b",
                    "{{x.y}}",
                    "&a",
                    "*a",
                    "!a",
                    "|",
                    ">",
                    "%a",
                    "@a",
                    "`a",
                    "?",
                    "? a",
                    "?a",
                    "<<",
                    "=",
                    "line\nline",
                    "line\nline\n",
                    "\nline",
                    "\n",
                    "\n\n",
                    " \n",
                    "a\n\n\nb",
                    "a\n\n",
                    "a  \nb \n",
                    "  a\nb\n",
                    "a\n  b\n c\n",
                    "a\n \nb",
                    "a\r\nb",
                    "\r",
                    "a\rb",
                    "# not a comment\n# either\n",
                    "---\n...\n",
                    "😀",
                    "a 😀 中文\n😀\n",
                    "\u0001",
                    "a\u0000b",
                    "\u0085",
                    "\u2028",
                    "\uFEFF",
                    "\uD800",
                    "x\uDC00",
                    "\u007f\u009f",
                    "中文：全形（括號）",
                    "a >> b >> c",
                    "x".repeat(300),
                    "long words ".repeat(30),
                    "2026-01-01",
                    "12:30",
                    "0123",
                    "+1",
                    "1_000",
                    "e\u0301",
                    "key: |\n  x\n");

    private static final List<String> NEW_NAMES = List.of("neu", "第二", "New Node", "z-9");
    private static final List<String> KEYS =
            List.of(
                    "url", "code", "headers", "list", "n", "empty", "long", "new key", "新", "true",
                    "1");

    private final SplittableRandom random;

    RandomEdits(SplittableRandom random) {
        this.random = random;
    }

    Edit next(RecipeDocument document) {
        Recipe recipe = document.recipe();
        int lines = recipe.edges().size();
        return switch (random.nextInt(lines == 0 ? 7 : 12)) {
            case 0, 1, 2 -> new Edit.SetParameter(node(recipe), path(document), value(2));
            case 3 -> new Edit.UnsetParameter(node(recipe), path(document));
            case 4 ->
                    new Edit.AddEdge(
                            name(recipe), relation(), name(recipe), random.nextInt(lines + 1));
            case 5 -> new Edit.SetProperty(List.of("description"), value(0));
            case 6 -> new Edit.AddNode(pick(NEW_NAMES) + random.nextInt(50), "set", settings());
            case 7 -> new Edit.RemoveEdge(edge(recipe));
            case 8 -> new Edit.RetargetEdge(edge(recipe), name(recipe), relation(), name(recipe));
            case 9 -> new Edit.MoveEdge(edge(recipe), edge(recipe));
            case 10 -> new Edit.RenameNode(node(recipe), pick(NEW_NAMES));
            default -> new Edit.RemoveNode(node(recipe));
        };
    }

    private int edge(Recipe recipe) {
        return recipe.edges().get(random.nextInt(recipe.edges().size())).index();
    }

    private String node(Recipe recipe) {
        List<String> names =
                recipe.nodes().values().stream()
                        .filter(node -> node.role() == Node.Role.PART)
                        .map(Node::name)
                        .toList();
        return names.isEmpty() ? "nobody" : pick(names);
    }

    private String name(Recipe recipe) {
        return random.nextInt(3) == 0 ? pick(NEW_NAMES) : node(recipe);
    }

    private Relation relation() {
        return switch (random.nextInt(5)) {
            case 0 -> new Relation.OnSuccess();
            case 1 -> new Relation.OnBranch("a: \"b\" # c");
            case 2 -> new Relation.If("x == 'y'");
            case 3 -> new Relation.Foreach("項目");
            default -> new Relation.OnFail();
        };
    }

    List<Object> path(RecipeDocument document) {
        List<Object> path = new ArrayList<>(List.of(pick(KEYS)));
        if (path.getFirst().equals("list") && random.nextBoolean()) {
            path.add(random.nextInt(4));
        } else if (random.nextInt(4) == 0) {
            path.add(pick(KEYS));
        }
        return path;
    }

    private Json.Obj settings() {
        return Json.object("a", value(1), "b", value(0));
    }

    Json value(int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 5)) {
            case 0, 1, 2 -> Json.of(pick(HARD_TEXTS));
            case 3 -> Json.of(random.nextInt(4) / 2.0 - 0.5);
            case 4 -> random.nextBoolean() ? Json.TRUE : Json.NULL;
            case 5 -> new Json.Obj(Map.of());
            case 6 -> Json.array(value(depth - 1), value(depth - 1));
            default -> Json.object(pick(HARD_TEXTS), value(depth - 1), "k", value(depth - 1));
        };
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
