package dev.arcrun.desktop.inspector;

import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonReader;
import dev.arcrun.engine.value.JsonSyntaxException;
import dev.arcrun.engine.value.JsonWriter;

/** A parameter's value as text in a field, and back. */
final class ParameterText {
    private ParameterText() {}

    /** Text as it is; anything else as JSON. */
    static String of(Json value) {
        return switch (value) {
            case Json.Str(String text) -> text;
            case Json.Arr list -> JsonWriter.pretty(list);
            case Json.Obj object -> JsonWriter.pretty(object);
            case Json.Num number -> JsonWriter.compact(number);
            case Json.Bool truth -> JsonWriter.compact(truth);
            case Json.Null nothing -> JsonWriter.compact(nothing);
        };
    }

    /**
     * What a text means.
     *
     * @param isText the value was a text and stays one, whatever is written
     */
    static Json read(String text, boolean isText) {
        if (isText) {
            return Json.of(text);
        }
        try {
            Json value = JsonReader.read(text);
            return value instanceof Json.Str ? Json.of(text) : value;
        } catch (JsonSyntaxException e) {
            return Json.of(text);
        }
    }
}
