package dev.arcrun.workspace;

import dev.arcrun.engine.document.Problem;
import dev.arcrun.engine.recipe.Node;
import dev.arcrun.engine.recipe.Recipe;
import dev.arcrun.engine.value.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills an installer's placeholders, {@code __NAME__}, in the values of a recipe. RECIPE.md,
 * section 1.
 */
final class Placeholders {
    private static final Pattern PLACEHOLDER =
            Pattern.compile("__([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*)__");
    private final Map<String, String> values;

    Placeholders(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    Recipe fill(Recipe recipe) {
        if (values.isEmpty()) {
            return recipe;
        }
        Map<String, Node> nodes = new LinkedHashMap<>();
        recipe.nodes().forEach((name, node) -> nodes.put(name, fill(node)));
        return recipe.withNodes(nodes);
    }

    /** Whether every placeholder that stands in this place of a text has a value. */
    boolean fillsAll(String text, Problem.Place place) {
        return PLACEHOLDER
                .matcher(text.substring(place.start(), place.end()))
                .results()
                .allMatch(found -> values.containsKey(found.group(1)));
    }

    private Node fill(Node node) {
        Map<String, String> credentials = new LinkedHashMap<>();
        node.credentials().forEach((key, name) -> credentials.put(key, fill(name)));
        return new Node(
                node.name(),
                node.role(),
                node.component() == null ? null : fill(node.component()),
                (Json.Obj) fill(node.parameters()),
                node.run(),
                credentials);
    }

    private Json fill(Json value) {
        return switch (value) {
            case Json.Str(String text) -> Json.of(fill(text));
            case Json.Arr(var items) -> Json.array(items.stream().map(this::fill).toList());
            case Json.Obj object -> {
                Map<String, Json> members = new LinkedHashMap<>();
                object.members().forEach((name, member) -> members.put(name, fill(member)));
                yield new Json.Obj(members);
            }
            case Json.Null _, Json.Bool _, Json.Num _ -> value;
        };
    }

    private String fill(String text) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(
                                values.getOrDefault(found.group(1), found.group())));
    }
}
