package dev.arcrun.engine.validate;

import dev.arcrun.engine.value.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the keywords of a JSON Schema that the rules ask for. */
final class Schemas {
    private Schemas() {}

    /** The types it allows, in order; empty: any. */
    static List<String> types(Json.Obj schema) {
        return switch (schema.get("type")) {
            case Json.Str(String type) -> List.of(type);
            case Json.Arr(var types) -> strings(types);
            case null, default -> List.of();
        };
    }

    static Map<String, Json> properties(Json.Obj schema) {
        return schema.get("properties") instanceof Json.Obj(var members) ? members : Map.of();
    }

    /** The texts of a keyword that is a list of texts, such as {@code required}. */
    static List<String> strings(Json.Obj schema, String keyword) {
        return schema.get(keyword) instanceof Json.Arr(var items) ? strings(items) : List.of();
    }

    private static List<String> strings(List<Json> items) {
        return items.stream()
                .filter(Json.Str.class::isInstance)
                .map(it -> ((Json.Str) it).value())
                .toList();
    }

    /** A value to start from: the default, the first choice, else something empty of the type. */
    static Json start(@Nullable Json schema) {
        if (!(schema instanceof Json.Obj known)) {
            return Json.of("");
        }
        Json preset = known.get("default");
        if (preset != null) {
            return preset;
        }
        if (known.get("enum") instanceof Json.Arr(var choices) && !choices.isEmpty()) {
            return choices.getFirst();
        }
        List<String> types = types(known);
        return switch (types.isEmpty() ? "string" : types.getFirst()) {
            case "object" -> Json.Obj.EMPTY;
            case "array" -> Json.array();
            case "number", "integer" ->
                    known.get("minimum") instanceof Json.Num least ? least : Json.of(0);
            case "boolean" -> Json.FALSE;
            default -> Json.of("");
        };
    }
}
