package dev.arcrun.engine.connector;

import dev.arcrun.engine.part.Contract;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Checks what a connector was given against the top level of its {@code input_schema}, and puts in
 * defaults.
 */
final class InputCheck {
    private InputCheck() {}

    static Json.Obj properties(Contract contract) {
        return contract.inputSchema().get("properties") instanceof Json.Obj properties
                ? properties
                : Json.Obj.EMPTY;
    }

    /** The parameters to use: those given, defaults in place of what is absent or null. */
    static Json.Obj check(Contract contract, Json.Obj input) throws ConnectorFailure {
        Map<String, Json> values = new LinkedHashMap<>();
        for (Map.Entry<String, Json> property : properties(contract).members().entrySet()) {
            String name = property.getKey();
            Json.Obj schema = property.getValue() instanceof Json.Obj it ? it : Json.Obj.EMPTY;
            Json given = input.get(name);
            Json value = isNothing(given) ? schema.get("default") : given;
            if (value != null && !isNothing(value)) {
                values.put(name, isNothing(given) ? value : checked(name, value, schema));
            } else if (requires(contract, name)) {
                throw ConnectorFailure.of(
                        "MISSING_FIELD",
                        "`" + name + "` is missing.",
                        "Give the parameter `" + name + "`.");
            }
        }
        return new Json.Obj(values);
    }

    private static boolean requires(Contract contract, String name) {
        return contract.required().contains(name);
    }

    private static boolean isNothing(@Nullable Json value) {
        return value == null || value.equals(Json.NULL);
    }

    private static Json checked(String name, Json given, Json.Obj schema) throws ConnectorFailure {
        List<String> types = types(schema);
        Json value = given;
        if (!types.isEmpty() && types.stream().noneMatch(type -> fits(type, given))) {
            boolean text = types.contains("string");
            if (!text || !(given instanceof Json.Num || given instanceof Json.Bool)) {
                throw ConnectorFailure.of(
                        "INVALID_TYPE",
                        "`"
                                + name
                                + "` must be "
                                + types.stream()
                                        .map(InputCheck::words)
                                        .collect(Collectors.joining(" or "))
                                + ", not "
                                + kind(given)
                                + ".",
                        "Change the parameter `" + name + "`.");
            }
            value = Json.of(JsonWriter.compact(given));
        }
        if (schema.get("enum") instanceof Json.Arr(List<Json> choices)
                && !choices.contains(value)) {
            throw ConnectorFailure.of(
                    "INVALID_VALUE",
                    "`"
                            + name
                            + "` is "
                            + clipped(JsonWriter.compact(value))
                            + "; it must be one of "
                            + choices.stream()
                                    .map(JsonWriter::compact)
                                    .collect(Collectors.joining(", "))
                            + ".",
                    "Change the parameter `" + name + "`.");
        }
        return value;
    }

    private static List<String> types(Json.Obj schema) {
        List<String> types = new ArrayList<>();
        switch (schema.get("type")) {
            case Json.Str(String type) -> types.add(type);
            case Json.Arr(List<Json> several) ->
                    several.forEach(
                            it -> types.add(it instanceof Json.Str(String type) ? type : ""));
            case null, default -> {}
        }
        return types;
    }

    private static boolean fits(String type, Json value) {
        return switch (type) {
            case "string" -> value instanceof Json.Str;
            case "number" -> value instanceof Json.Num;
            case "integer" ->
                    value instanceof Json.Num(double number) && number == Math.rint(number);
            case "boolean" -> value instanceof Json.Bool;
            case "array" -> value instanceof Json.Arr;
            case "object" -> value instanceof Json.Obj;
            default -> false;
        };
    }

    private static String words(String type) {
        return switch (type) {
            case "string" -> "a text";
            case "number" -> "a number";
            case "integer" -> "a whole number";
            case "boolean" -> "true or false";
            case "array" -> "a list";
            case "object" -> "an object";
            default -> type;
        };
    }

    static String kind(Json value) {
        return switch (value) {
            case Json.Str _ -> "a text";
            case Json.Num _ -> "a number";
            case Json.Bool _ -> "true or false";
            case Json.Arr _ -> "a list";
            case Json.Obj _ -> "an object";
            case Json.Null _ -> "null";
        };
    }

    private static String clipped(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
