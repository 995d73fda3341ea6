package dev.arcrun.engine.schedule;

import dev.arcrun.engine.value.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a value has the {@code type} a JSON Schema gives a property. No other keyword counts. */
final class SchemaType {
    private SchemaType() {}

    /** A property without a {@code type} takes anything. */
    static boolean fits(Json value, String property, Json.Obj schema) {
        Json properties = schema.get("properties");
        Json own = properties instanceof Json.Obj object ? object.get(property) : null;
        Json type = own instanceof Json.Obj object ? object.get("type") : null;
        return switch (type) {
            case Json.Str(String name) -> is(value, name);
            case Json.Arr(List<Json> names) ->
                    names.stream()
                            .anyMatch(each -> each instanceof Json.Str(var n) && is(value, n));
            case Json.Null _, Json.Bool _, Json.Num _, Json.Obj _ -> true;
            case null -> true;
        };
    }

    private static boolean is(@Nullable Json value, String type) {
        return switch (value) {
            case null -> false;
            case Json.Null _ -> type.equals("null");
            case Json.Bool _ -> type.equals("boolean");
            case Json.Num(double number) ->
                    type.equals("number")
                            || (type.equals("integer") && number == Math.rint(number));
            case Json.Str _ -> type.equals("string");
            case Json.Arr _ -> type.equals("array");
            case Json.Obj _ -> type.equals("object");
        };
    }
}
