package dev.arcrun.desktop.inspector;

import dev.arcrun.engine.value.Json;
import java.util.ArrayList;
import java.util.List;

/** Spreads a node's parameters over lines; what is large or deep stays one text of JSON. */
final class ParameterRows {
    private static final int MOST_MEMBERS = 24;
    private static final int MOST_DEPTH = 4;

    private final List<ParameterRow> rows = new ArrayList<>();

    private ParameterRows() {}

    static List<ParameterRow> of(Json.Obj parameters) {
        var rows = new ParameterRows();
        parameters.members().forEach((name, value) -> rows.add(List.of(name), value));
        return rows.rows;
    }

    private void add(List<Object> path, Json value) {
        switch (value) {
            case Json.Obj object when spreads(object.members().size(), path) -> {
                rows.add(ParameterRow.heading(path));
                object.members().forEach((name, member) -> add(step(path, name), member));
            }
            case Json.Arr list when spreads(list.items().size(), path) -> {
                rows.add(ParameterRow.heading(path));
                for (int i = 0; i < list.items().size(); i++) {
                    add(step(path, i), list.items().get(i));
                }
            }
            case Json.Obj object -> rows.add(ParameterRow.value(path, object));
            case Json.Arr list -> rows.add(ParameterRow.value(path, list));
            case Json.Str text -> rows.add(ParameterRow.value(path, text));
            case Json.Num number -> rows.add(ParameterRow.value(path, number));
            case Json.Bool truth -> rows.add(ParameterRow.value(path, truth));
            case Json.Null nothing -> rows.add(ParameterRow.value(path, nothing));
        }
    }

    private static boolean spreads(int members, List<Object> path) {
        return members > 0 && members <= MOST_MEMBERS && path.size() < MOST_DEPTH;
    }

    private static List<Object> step(List<Object> path, Object next) {
        var longer = new ArrayList<Object>(path);
        longer.add(next);
        return longer;
    }
}
