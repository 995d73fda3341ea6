package dev.arcrun.engine.validate;

import dev.arcrun.engine.template.Template;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonWriter;
import org.jspecify.annotations.Nullable;

/** What a written value can still become, and what else it could be written as. */
final class Written {
    private Written() {}

    /** Whether a text is one reference alone, so that its value can be of any type. */
    static boolean isReference(String text) {
        return text.startsWith("{{") && Template.parse(text).whole() != null;
    }

    /** Whether there is a reference in a text. */
    static boolean hasReference(Json value) {
        return value instanceof Json.Str(String text)
                && text.contains("{{")
                && !Template.parse(text).references().isEmpty();
    }

    /** The same written as another scalar type, or null where that can't be. */
    static @Nullable Json as(Json value, String type) {
        return switch (type) {
            case "string" -> value instanceof Json.Null ? null : Json.of(JsonWriter.compact(value));
            case "number", "integer" ->
                    value instanceof Json.Str(String text) ? number(text, type) : null;
            case "boolean" ->
                    switch (value) {
                        case Json.Str(String text) when text.equals("true") -> Json.TRUE;
                        case Json.Str(String text) when text.equals("false") -> Json.FALSE;
                        default -> null;
                    };
            default -> null;
        };
    }

    private static @Nullable Json number(String text, String type) {
        if (!text.matches("-?[0-9]{1,15}(\\.[0-9]{1,15})?")) {
            return null;
        }
        double number = Double.parseDouble(text);
        return type.equals("integer") && number != Math.rint(number) ? null : Json.of(number);
    }
}
