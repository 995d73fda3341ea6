package dev.arcrun.engine.validate;

import dev.arcrun.engine.value.EcmaNumber;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonWriter;
import java.math.BigDecimal;

/** What schemas ask of values. */
final class SchemaValue {
    private SchemaValue() {}

    static boolean isOfType(Json value, Json type) {
        return switch (value) {
            case Json.Null _ -> type.equals(Json.of("null"));
            case Json.Bool _ -> type.equals(Json.of("boolean"));
            case Json.Str _ -> type.equals(Json.of("string"));
            case Json.Arr _ -> type.equals(Json.of("array"));
            case Json.Obj _ -> type.equals(Json.of("object"));
            case Json.Num(double number) ->
                    type.equals(Json.of("number"))
                            || (type.equals(Json.of("integer")) && number == Math.rint(number));
        };
    }

    /** How many values there are in a value, itself included. */
    static long count(Json value) {
        return switch (value) {
            case Json.Arr(var items) -> 1 + items.stream().mapToLong(SchemaValue::count).sum();
            case Json.Obj(var members) ->
                    1 + members.values().stream().mapToLong(SchemaValue::count).sum();
            case Json.Null _, Json.Bool _, Json.Num _, Json.Str _ -> 1;
        };
    }

    /** A type as it is written. */
    static String shown(Json type) {
        return type instanceof Json.Str(String name) ? name : JsonWriter.compact(type);
    }

    /**
     * Whether a number is a whole multiple of another, both as they are written in decimal: 1.1 of
     * 0.1.
     *
     * @param step not 0
     */
    static boolean isMultiple(double value, double step) {
        return decimal(value).remainder(decimal(step)).signum() == 0;
    }

    private static BigDecimal decimal(double number) {
        return new BigDecimal(EcmaNumber.toString(number));
    }
}
