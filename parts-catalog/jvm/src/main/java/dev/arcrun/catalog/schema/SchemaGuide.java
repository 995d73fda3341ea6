package dev.arcrun.catalog.schema;

import dev.arcrun.engine.value.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks up what a JSON Schema (2020-12) says about a place in a value. */
public final class SchemaGuide {
    private final SchemaParts root;

    private SchemaGuide(Json.Obj schema) {
        this.root = SchemaParts.of(schema);
    }

    public static SchemaGuide of(Json.Obj schema) {
        return new SchemaGuide(schema);
    }

    /**
     * Members the object at a place may have, in the schema's order.
     *
     * @param path member names (texts) and positions (integers) from the value's top
     */
    public List<SchemaField> fields(List<?> path) {
        List<Json.Obj> here = at(path);
        Map<String, List<Json.Obj>> members = new LinkedHashMap<>();
        for (Json.Obj schema : here) {
            if (schema.get("properties") instanceof Json.Obj properties) {
                properties
                        .members()
                        .forEach((name, described) -> {
                            List<Json.Obj> all =
                                    members.computeIfAbsent(name, _ -> new ArrayList<>());
                            if (described instanceof Json.Obj object) {
                                all.addAll(root.expanded(object));
                            }
                        });
            }
        }
        return members.entrySet().stream()
                .map(each ->
                        FieldReader.read(
                                each.getKey(), each.getValue(), requires(here, each.getKey())))
                .toList();
    }

    /** What is said about the value at a place; empty where the schema knows nothing of it. */
    public Optional<SchemaField> field(List<?> path) {
        List<Json.Obj> here = at(path);
        if (path.isEmpty() || here.isEmpty()) {
            return Optional.empty();
        }
        String name = String.valueOf(path.getLast());
        List<Json.Obj> around = at(path.subList(0, path.size() - 1));
        return Optional.of(FieldReader.read(name, here, requires(around, name)));
    }

    private List<Json.Obj> at(List<?> path) {
        List<Json.Obj> here = root.expanded(root.whole());
        for (Object step : path) {
            List<Json.Obj> inner = new ArrayList<>();
            for (Json.Obj schema : here) {
                Json next =
                        step instanceof Integer position
                                ? item(schema, position)
                                : member(schema, String.valueOf(step));
                if (next instanceof Json.Obj object) {
                    inner.addAll(root.expanded(object));
                }
            }
            here = inner;
        }
        return here;
    }

    private static @Nullable Json member(Json.Obj schema, String name) {
        if (schema.get("properties") instanceof Json.Obj properties
                && properties.get(name) != null) {
            return properties.get(name);
        }
        return schema.get("additionalProperties");
    }

    private static @Nullable Json item(Json.Obj schema, int position) {
        if (schema.get("prefixItems") instanceof Json.Arr(List<Json> first)
                && position < first.size()) {
            return first.get(position);
        }
        return schema.get("items");
    }

    private static boolean requires(List<Json.Obj> schemas, String name) {
        return schemas.stream()
                .anyMatch(schema ->
                        schema.get("required") instanceof Json.Arr(List<Json> names)
                                && names.contains(Json.of(name)));
    }
}
