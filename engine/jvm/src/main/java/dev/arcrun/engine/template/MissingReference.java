package dev.arcrun.engine.template;

import dev.arcrun.engine.template.Segment.Reference;
import dev.arcrun.engine.value.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what a reference that means nothing could have meant. */
final class MissingReference {
    private static final int NAMES_SHOWN = 6;
    private static final int LENGTH_SHOWN = 100;
    private static final int SUGGESTIONS = 3;

    private MissingReference() {}

    static Unresolved credential(Reference reference) {
        return new Unresolved(
                Unresolved.CREDENTIAL_REFERENCE,
                reference.path().toString(),
                "`"
                        + clip(reference.toString())
                        + "` can't be a credential: write `{{credential.NAME}}`, with one name and"
                        + " no default.",
                List.of());
    }

    /** For the reference with which the texts of a node grow too long. */
    static Unresolved tooMuchText(Reference reference) {
        return new Unresolved(
                Unresolved.TEXT_TOO_LARGE,
                reference.path().toString(),
                "with `" + clip(reference.toString()) + "` its texts have more than 5 MiB.",
                List.of());
    }

    static Unresolved in(Scope scope, ReferencePath path) {
        Json value = scope.lookup(path.name());
        if (value == null) {
            return atName(scope.names(), path);
        }
        for (int depth = 0; depth < path.steps().size(); depth++) {
            Json next = ReferencePath.step(value, path.steps().get(depth));
            if (next == null) {
                return atStep(value, path, depth);
            }
            value = next;
        }
        throw new IllegalArgumentException(path + " is not missing");
    }

    private static Unresolved atName(Collection<String> known, ReferencePath path) {
        List<String> nearest =
                Names.nearest(path.name(), known, SUGGESTIONS).stream()
                        .filter(Names::isName)
                        .map(name -> new ReferencePath(name, path.steps()).toString())
                        .toList();
        List<String> telling = known.stream().filter(name -> !name.startsWith("_")).toList();
        String there =
                nearest.isEmpty() && !telling.isEmpty() ? "; there are " + list(telling) : "";
        return unresolved(
                path, "nothing here is called `" + clip(path.name()) + "`" + there, nearest);
    }

    private static Unresolved atStep(Json value, ReferencePath path, int depth) {
        String parent = "`" + clip(path.upTo(depth).toString()) + "`";
        if (!(value instanceof Json.Obj(var members))) {
            return unresolved(path, parent + " is " + kind(value), List.of());
        }
        String step = path.steps().get(depth);
        List<String> nearest =
                Stream.concat(
                                oneLevelDown(members, step),
                                Names.nearest(step, members.keySet(), SUGGESTIONS).stream()
                                        .map(List::of))
                        .limit(SUGGESTIONS)
                        .map(instead -> replaced(path, depth, instead))
                        .toList();
        String has = members.isEmpty() ? " is an empty object" : " has " + list(members.keySet());
        return unresolved(path, parent + has, nearest);
    }

    /** Ways to that step through one more: people leave {@code data} out. */
    private static Stream<List<String>> oneLevelDown(Map<String, Json> members, String step) {
        return members.entrySet().stream()
                .filter(it -> it.getValue() instanceof Json.Obj inner && inner.get(step) != null)
                .map(it -> List.of(it.getKey(), step));
    }

    private static String replaced(ReferencePath path, int depth, List<String> instead) {
        List<String> steps = new ArrayList<>(path.steps().subList(0, depth));
        steps.addAll(instead);
        steps.addAll(path.steps().subList(depth + 1, path.steps().size()));
        return new ReferencePath(path.name(), steps).toString();
    }

    private static String kind(Json value) {
        return switch (value) {
            case Json.Arr(var items) when items.isEmpty() -> "an empty list";
            case Json.Arr(var items) -> "a list with the positions 0 to " + (items.size() - 1);
            case Json.Str _ -> "a text";
            case Json.Num _ -> "a number";
            case Json.Bool _ -> "true or false";
            case Json.Null _ -> "null";
            case Json.Obj _ -> "an object";
        };
    }

    private static Unresolved unresolved(ReferencePath path, String why, List<String> nearest) {
        String advice =
                nearest.isEmpty()
                        ? " Give it a default with `??` or refer to something else."
                        : " Use `{{" + clip(nearest.getFirst()) + "}}`?";
        return new Unresolved(
                Unresolved.UNRESOLVED_REFERENCE,
                path.toString(),
                "`{{" + clip(path.toString()) + "}}` names nothing: " + why + "." + advice,
                nearest);
    }

    private static String list(Collection<String> names) {
        String shown =
                names.stream()
                        .limit(NAMES_SHOWN)
                        .map(name -> "`" + clip(name) + "`")
                        .collect(Collectors.joining(", "));
        int more = names.size() - NAMES_SHOWN;
        return more > 0 ? shown + " and " + more + " more" : shown;
    }

    private static String clip(String name) {
        return name.length() <= LENGTH_SHOWN ? name : name.substring(0, LENGTH_SHOWN) + "…";
    }
}
