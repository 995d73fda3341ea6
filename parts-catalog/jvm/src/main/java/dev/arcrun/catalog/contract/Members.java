package dev.arcrun.catalog.contract;

import dev.arcrun.engine.value.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The members of an object by name and kind; of another kind counts as missing. */
record Members(Json.Obj object) {

    @Nullable Json json(String name) {
        return object.get(name);
    }

    String text(String name) {
        String text = textOrNull(name);
        return text == null ? "" : text;
    }

    @Nullable String textOrNull(String name) {
        return object.get(name) instanceof Json.Str(String text) ? text : null;
    }

    double number(String name) {
        return object.get(name) instanceof Json.Num(double number) ? number : 0;
    }

    boolean truth(String name, boolean otherwise) {
        return object.get(name) instanceof Json.Bool(boolean truth) ? truth : otherwise;
    }

    Json.Obj object(String name) {
        return object.get(name) instanceof Json.Obj inner ? inner : Json.Obj.EMPTY;
    }

    List<Json.Obj> objects(String name) {
        return list(name).stream()
                .filter(Json.Obj.class::isInstance)
                .map(Json.Obj.class::cast)
                .toList();
    }

    List<String> texts(String name) {
        return list(name).stream()
                .filter(Json.Str.class::isInstance)
                .map(text -> ((Json.Str) text).value())
                .toList();
    }

    private List<Json> list(String name) {
        return object.get(name) instanceof Json.Arr(List<Json> items) ? items : List.of();
    }
}
