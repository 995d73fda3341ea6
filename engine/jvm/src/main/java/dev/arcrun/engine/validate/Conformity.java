package dev.arcrun.engine.validate;

import dev.arcrun.engine.template.Names;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares what is written for a parameter with its schema. Only what can be told before a run: a
 * text with a reference in it can become anything its type allows, and one that is a reference
 * alone can become anything. Knows {@code type, enum, const, minimum, maximum, minLength,
 * maxLength, minItems, maxItems, items, properties, required, additionalProperties} of JSON Schema
 * 2020-12; what it doesn't know it lets pass.
 */
final class Conformity {
    private static final int DEEPEST = 100;

    private final List<Mismatch> found = new ArrayList<>();
    private final List<Object> path = new ArrayList<>();

    private Conformity() {}

    static List<Mismatch> of(Json value, @Nullable Json schema) {
        var conformity = new Conformity();
        conformity.check(value, schema);
        return conformity.found;
    }

    private void check(Json value, @Nullable Json schema) {
        if (!(schema instanceof Json.Obj wanted) || path.size() > DEEPEST) {
            return;
        }
        List<String> types = Schemas.types(wanted);
        if (!types.isEmpty() && types.stream().noneMatch(it -> isA(value, it))) {
            wrongType(value, types);
        } else {
            int before = found.size();
            choices(value, wanted);
            limits(value, wanted);
            if (found.size() > before && Written.hasReference(value)) {
                found.subList(before, found.size()).clear();
            }
        }
        inside(value, wanted);
    }

    private static boolean isOpen(Json value) {
        return value instanceof Json.Str(String text) && Written.isReference(text);
    }

    private void wrongType(Json value, List<String> types) {
        if (isOpen(value)) {
            return;
        }
        Json better = null;
        boolean scalar = !(value instanceof Json.Obj || value instanceof Json.Arr);
        for (String type : types) {
            better = better == null && scalar ? Written.as(value, type) : better;
        }
        boolean scalarWanted =
                types.stream().anyMatch(it -> !List.of("object", "array").contains(it));
        found.add(
                new Mismatch(
                        List.copyOf(path),
                        "type",
                        String.join(" / ", types),
                        better,
                        !(scalar && scalarWanted)));
    }

    private void choices(Json value, Json.Obj schema) {
        List<Json> choices =
                schema.get("enum") instanceof Json.Arr(var items)
                        ? items
                        : schema.get("const") instanceof Json only ? List.of(only) : null;
        if (choices == null || choices.contains(value)) {
            return;
        }
        found.add(
                new Mismatch(
                        List.copyOf(path), "choice", listed(choices), meant(value, choices), true));
    }

    private static @Nullable Json meant(Json value, List<Json> choices) {
        if (!(value instanceof Json.Str(String written))) {
            return choices.size() == 1 ? choices.getFirst() : null;
        }
        Map<String, Json> byText =
                choices.stream()
                        .filter(Json.Str.class::isInstance)
                        .collect(
                                Collectors.toMap(
                                        it -> ((Json.Str) it).value(), it -> it, (a, b) -> a));
        Collection<String> near = Names.nearest(written, byText.keySet(), 1);
        return near.isEmpty() ? null : byText.get(near.iterator().next());
    }

    private static String listed(List<Json> choices) {
        int shown = 12;
        String list =
                choices.stream()
                        .limit(shown)
                        .map(it -> it instanceof Json.Str(String s) ? s : JsonWriter.compact(it))
                        .collect(Collectors.joining(", "));
        return choices.size() > shown ? list + ", …" : list;
    }

    private void limits(Json value, Json.Obj schema) {
        switch (value) {
            case Json.Num(double number) -> {
                limit(number, schema, "minimum", "maximum", "", false);
            }
            case Json.Str(String text) ->
                    limit(
                            text.codePointCount(0, text.length()),
                            schema,
                            "minLength",
                            "maxLength",
                            "length",
                            false);
            case Json.Arr(var items) ->
                    limit(items.size(), schema, "minItems", "maxItems", "items", false);
            case Json.Obj _, Json.Bool _, Json.Null _ -> {}
        }
    }

    private void limit(
            double size, Json.Obj schema, String least, String most, String of, boolean surely) {
        String kind = of.isEmpty() ? "" : "." + of;
        if (schema.get(least) instanceof Json.Num(double minimum) && size < minimum) {
            found.add(
                    new Mismatch(
                            List.copyOf(path),
                            "least" + kind,
                            JsonWriter.compact(Json.of(minimum)),
                            of.isEmpty() ? Json.of(minimum) : null,
                            surely));
        } else if (schema.get(most) instanceof Json.Num(double maximum) && size > maximum) {
            found.add(
                    new Mismatch(
                            List.copyOf(path),
                            "most" + kind,
                            JsonWriter.compact(Json.of(maximum)),
                            of.isEmpty() ? Json.of(maximum) : null,
                            surely));
        }
    }

    private void inside(Json value, Json.Obj schema) {
        if (value instanceof Json.Arr(var items)) {
            for (int i = 0; i < items.size(); i++) {
                enter(i, items.get(i), schema.get("items"));
            }
        } else if (value instanceof Json.Obj(var members)) {
            Map<String, Json> known = Schemas.properties(schema);
            Json others = schema.get("additionalProperties");
            members.forEach(
                    (name, member) -> enter(name, member, known.getOrDefault(name, others)));
            for (String name : Schemas.strings(schema, "required")) {
                if (!members.containsKey(name)) {
                    found.add(new Mismatch(List.copyOf(path), "member", name, null, false));
                }
            }
        }
    }

    private void enter(Object step, Json value, @Nullable Json schema) {
        path.add(step);
        check(value, schema);
        path.removeLast();
    }

    private static boolean isA(Json value, String type) {
        return switch (type) {
            case "string" -> value instanceof Json.Str;
            case "number" -> value instanceof Json.Num;
            case "integer" -> value instanceof Json.Num(double n) && n == Math.rint(n);
            case "boolean" -> value instanceof Json.Bool;
            case "object" -> value instanceof Json.Obj;
            case "array" -> value instanceof Json.Arr;
            case "null" -> value instanceof Json.Null;
            default -> true;
        };
    }
}
