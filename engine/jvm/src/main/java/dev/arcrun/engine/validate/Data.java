package dev.arcrun.engine.validate;

import dev.arcrun.engine.part.Contract;
import dev.arcrun.engine.validate.Flow.Stop;
import dev.arcrun.engine.value.Json;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is in the {@code data} of a node's result, by its contract and what its recipe says. */
final class Data {
    private Data() {}

    /** The members that are known; there can be others. */
    static Set<String> members(Checked recipe, Stop stop) {
        Set<String> members = new LinkedHashSet<>(named(recipe.contract(stop), stop));
        Json.Obj schema = recipe.results.dataSchema(stop);
        if (schema != null) {
            members.addAll(Schemas.properties(schema).keySet());
        }
        return members;
    }

    /** The names that {@code set} gives values to, as far as they stand in the recipe. */
    static Set<String> named(@Nullable Contract contract, Stop stop) {
        if (contract == null || !contract.id().equals("set")) {
            return Set.of();
        }
        return stop.node.parameters().get("values") instanceof Json.Obj(var values)
                ? values.keySet()
                : Set.of();
    }

    /** The only member that is not said to be of some type: where foreign data stands; or null. */
    static @Nullable String foreign(Map<String, Json> members) {
        List<String> untyped =
                members.entrySet().stream()
                        .filter(it -> it.getValue() instanceof Json.Obj schema && free(schema))
                        .map(Map.Entry::getKey)
                        .toList();
        return untyped.size() == 1 ? untyped.getFirst() : null;
    }

    private static boolean free(Json.Obj schema) {
        return schema.get("type") == null
                && schema.get("enum") == null
                && schema.get("const") == null
                && schema.get("properties") == null;
    }
}
