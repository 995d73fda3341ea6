package dev.arcrun.catalog.pages;

import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The properties of a JSON Schema, inner ones too: {@code args.value}, {@code items[].id}. */
final class PropertyTable {
    private static final int DEEPEST = 4;

    private final boolean parameters;
    private final List<List<String>> rows = new ArrayList<>();

    private PropertyTable(boolean parameters) {
        this.parameters = parameters;
    }

    /** Name, type, required, default and description of parameters; empty where there are none. */
    static String ofParameters(Json.Obj schema) {
        return of(
                schema,
                new PropertyTable(true),
                List.of("name", "type", "required", "default", "description"));
    }

    /** Name, type and description of the members of a result; empty where there are none. */
    static String ofResult(Json.Obj schema) {
        return of(schema, new PropertyTable(false), List.of("name", "type", "description"));
    }

    private static String of(Json.Obj schema, PropertyTable table, List<String> head) {
        table.properties(schema, "", 0);
        return table.rows.isEmpty() ? "" : Markdown.table(head, table.rows);
    }

    private void properties(Json.Obj schema, String prefix, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (schema.get("properties") instanceof Json.Obj properties) {
            List<String> required = texts(schema.get("required"));
            properties
                    .members()
                    .forEach((name, property) -> {
                        if (property instanceof Json.Obj described) {
                            row(prefix + name, described, required.contains(name));
                            properties(described, prefix + name + ".", depth + 1);
                        }
                    });
        }
        if (schema.get("items") instanceof Json.Obj items && !prefix.isEmpty()) {
            properties(items, prefix.substring(0, prefix.length() - 1) + "[].", depth + 1);
        }
    }

    private void row(String name, Json.Obj property, boolean required) {
        List<String> row = new ArrayList<>();
        row.add(Markdown.code(name));
        row.add(type(property));
        if (parameters) {
            row.add(required ? "yes" : "");
            Json preset = property.get("default");
            row.add(preset == null ? "" : Markdown.code(Markdown.cell(JsonWriter.compact(preset))));
        }
        row.add(described(property));
        rows.add(row);
    }

    /** English, then 正體中文 on a line of its own. */
    static String described(Json.Obj schema) {
        String english = text(schema.get("description"), text(schema.get("title"), ""));
        Json translation = schema.get("x-zh-TW");
        String chinese =
                translation instanceof Json.Obj texts
                        ? text(texts.get("description"), text(texts.get("title"), ""))
                        : "";
        boolean both = !english.isEmpty() && !chinese.isEmpty();
        return Markdown.cell(english) + (both ? "<br>" : "") + Markdown.cell(chinese);
    }

    private static String type(Json.Obj property) {
        if (property.get("enum") instanceof Json.Arr(List<Json> choices)) {
            return choices.stream()
                    .map(choice ->
                            Markdown.code(
                                    choice instanceof Json.Str(String text)
                                            ? Markdown.cell(text)
                                            : JsonWriter.compact(choice)))
                    .collect(Collectors.joining(", "));
        }
        List<String> types = texts(property.get("type"));
        return types.isEmpty() ? "any" : String.join(" or ", types);
    }

    private static List<String> texts(@Nullable Json value) {
        return switch (value) {
            case Json.Str(String text) -> List.of(text);
            case Json.Arr(List<Json> items) ->
                    items.stream()
                            .filter(Json.Str.class::isInstance)
                            .map(item -> ((Json.Str) item).value())
                            .toList();
            case null, default -> List.of();
        };
    }

    private static String text(@Nullable Json value, String otherwise) {
        return value instanceof Json.Str(String text) ? text : otherwise;
    }
}
