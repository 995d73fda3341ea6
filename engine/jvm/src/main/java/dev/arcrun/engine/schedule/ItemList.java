package dev.arcrun.engine.schedule;

import dev.arcrun.engine.template.Scope;
import dev.arcrun.engine.template.Templates;
import dev.arcrun.engine.value.Json;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the list a FOREACH edge walks. RECIPE.md, section 6. */
final class ItemList {
    private ItemList() {}

    /** The items of a loop; none, with a note in the source's trace, when there is no list. */
    static List<Json> of(RunState run, NodeState source, Route entry) {
        Json result = source.result == null ? Json.NULL : source.result;
        FrameScope scope = FrameScope.after(run, source);
        String each = entry.to.run().each();
        Json.Arr list =
                each == null ? find(entry.variable(), result, scope) : at(each, result, run, scope);
        if (list == null) {
            source.noteUnresolved(each == null ? names(entry.variable()).iterator().next() : each);
            return List.of();
        }
        return list.items();
    }

    /** The list at a path, looked up in the source's result, then in scope. */
    private static Json.@Nullable Arr at(String path, Json result, RunState run, FrameScope scope) {
        String reference = path.contains("{{") ? path : "{{" + path + "}}";
        Json found =
                Templates.resolve(
                                Json.object("each", Json.of(reference)),
                                Set.of(),
                                Scope.membersOf(result).or(MagicScope.outsideCalls(run, scope)),
                                false,
                                run.credentials)
                        .value()
                        .get("each");
        return found instanceof Json.Arr list ? list : null;
    }

    /** What lists of {@code variable} may be called, in the order in which they are looked for. */
    static Set<String> names(String variable) {
        Set<String> names = new LinkedHashSet<>();
        names.add(variable + "s");
        if (variable.endsWith("y")) {
            names.add(variable.substring(0, variable.length() - 1) + "ies");
        }
        if (List.of("s", "x", "z", "ch", "sh").stream().anyMatch(variable::endsWith)) {
            names.add(variable + "es");
        }
        names.add(variable);
        return names;
    }

    /**
     * In the source's result, then one level down in it, then in scope, then one level down there.
     *
     * @return the first list of one of the names, or null
     */
    private static Json.@Nullable Arr find(String variable, Json result, FrameScope scope) {
        Set<String> names = names(variable);
        Map<String, Json> own = result instanceof Json.Obj object ? object.members() : Map.of();
        Json.Arr list = topLevel(names, Scope.of(own));
        if (list == null) {
            list = oneLevelDown(names, own.values());
        }
        if (list == null) {
            list = topLevel(names, scope);
        }
        return list == null ? oneLevelDown(names, scope.values()) : list;
    }

    private static Json.@Nullable Arr topLevel(Set<String> names, Scope scope) {
        for (String name : names) {
            if (scope.lookup(name) instanceof Json.Arr list) {
                return list;
            }
        }
        return null;
    }

    private static Json.@Nullable Arr oneLevelDown(Set<String> names, Collection<Json> values) {
        for (String name : names) {
            for (Json value : values) {
                if (value instanceof Json.Obj object && object.get(name) instanceof Json.Arr list) {
                    return list;
                }
            }
        }
        return null;
    }
}
