package dev.arcrun.desktop.completion;

import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonWriter;

/** A value in few characters, beside its name. */
final class Shown {
    private static final int MOST = 32;

    private Shown() {}

    static String kind(Json value) {
        return switch (value) {
            case Json.Obj _ -> "{…}";
            case Json.Arr(var items) -> "[" + items.size() + "]";
            case Json.Str text -> cut(JsonWriter.compact(text));
            case Json.Num number -> cut(JsonWriter.compact(number));
            case Json.Bool truth -> JsonWriter.compact(truth);
            case Json.Null _ -> "null";
        };
    }

    private static String cut(String text) {
        return text.length() <= MOST ? text : text.substring(0, MOST - 1) + "…";
    }
}
