package dev.arcrun.catalog.schema;

import dev.arcrun.catalog.contract.LocalText;
import dev.arcrun.engine.value.Json;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a field out of the schemas that describe it; of several texts the first counts. */
final class FieldReader {
    private static final List<Json> TRUTHS = List.of(Json.TRUE, Json.FALSE);

    private FieldReader() {}

    static SchemaField read(String name, List<Json.Obj> schemas, boolean required) {
        Set<String> types = types(schemas);
        return new SchemaField(
                name,
                text(schemas, "title"),
                text(schemas, "description"),
                List.copyOf(types),
                required,
                first(schemas, "default"),
                choices(schemas, types),
                Json.TRUE.equals(first(schemas, "from_scope")),
                Json.FALSE.equals(first(schemas, "template")));
    }

    private static Set<String> types(List<Json.Obj> schemas) {
        var types = new LinkedHashSet<String>();
        for (Json.Obj schema : schemas) {
            switch (schema.get("type")) {
                case Json.Str(String type) -> types.add(type);
                case Json.Arr(List<Json> several) ->
                        several.stream()
                                .filter(Json.Str.class::isInstance)
                                .forEach(type -> types.add(((Json.Str) type).value()));
                case null, default -> {}
            }
        }
        return types;
    }

    private static List<Json> choices(List<Json.Obj> schemas, Set<String> types) {
        var choices = new LinkedHashSet<Json>();
        for (Json.Obj schema : schemas) {
            if (schema.get("enum") instanceof Json.Arr(List<Json> values)) {
                choices.addAll(values);
            }
            Json only = schema.get("const");
            if (only != null) {
                choices.add(only);
            }
        }
        return choices.isEmpty() && types.equals(Set.of("boolean")) ? TRUTHS : List.copyOf(choices);
    }

    private static LocalText text(List<Json.Obj> schemas, String keyword) {
        for (Json.Obj schema : schemas) {
            if (schema.get(keyword) instanceof Json.Str(String english)) {
                Map<String, String> byLanguage = new LinkedHashMap<>();
                byLanguage.put("en", english);
                if (schema.get("x-zh-TW") instanceof Json.Obj translated
                        && translated.get(keyword) instanceof Json.Str(String chinese)) {
                    byLanguage.put("zh-TW", chinese);
                }
                return new LocalText(byLanguage);
            }
        }
        return LocalText.NONE;
    }

    private static @Nullable Json first(List<Json.Obj> schemas, String keyword) {
        return schemas.stream()
                .map(schema -> schema.get(keyword))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
