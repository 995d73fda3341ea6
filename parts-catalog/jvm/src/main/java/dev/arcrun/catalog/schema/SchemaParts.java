package dev.arcrun.catalog.schema;

import dev.arcrun.engine.value.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A schema document, and the schemas inside it that speak of one value together. */
record SchemaParts(Json.Obj whole) {
    private static final int MOST = 200;

    /** Keywords whose schemas speak of the same value; of `then` and `else` both may. */
    private static final List<String> ONE = List.of("then", "else");

    private static final List<String> SEVERAL = List.of("allOf", "anyOf", "oneOf");

    static SchemaParts of(Json.Obj whole) {
        return new SchemaParts(whole);
    }

    /** The schema itself and all it refers to or is put together from. */
    List<Json.Obj> expanded(Json.Obj schema) {
        Set<Json.Obj> seen = new LinkedHashSet<>();
        var left = new ArrayList<Json.Obj>(List.of(schema));
        while (!left.isEmpty() && seen.size() < MOST) {
            Json.Obj next = left.removeFirst();
            if (!seen.add(next)) {
                continue;
            }
            if (next.get("$ref") instanceof Json.Str(String reference)
                    && pointed(reference) instanceof Json.Obj target) {
                left.add(target);
            }
            for (String keyword : ONE) {
                if (next.get(keyword) instanceof Json.Obj inner) {
                    left.add(inner);
                }
            }
            for (String keyword : SEVERAL) {
                if (next.get(keyword) instanceof Json.Arr(List<Json> all)) {
                    all.stream()
                            .filter(Json.Obj.class::isInstance)
                            .map(Json.Obj.class::cast)
                            .forEach(left::add);
                }
            }
        }
        return List.copyOf(seen);
    }

    /** What a JSON Pointer fragment points to within the document, or null. */
    private @Nullable Json pointed(String reference) {
        if (!reference.startsWith("#")) {
            return null;
        }
        Json here = whole;
        for (String step : reference.substring(1).split("/")) {
            String name = step.replace("~1", "/").replace("~0", "~");
            if (!name.isEmpty()) {
                here = here instanceof Json.Obj object ? object.get(name) : null;
            }
        }
        return here;
    }
}
