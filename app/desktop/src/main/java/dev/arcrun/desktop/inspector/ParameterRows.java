package dev.arcrun.desktop.inspector;

import dev.arcrun.catalog.schema.SchemaField;
import dev.arcrun.catalog.schema.SchemaGuide;
import dev.arcrun.engine.value.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Spreads a node's parameters over lines; what is large or deep stays one text of JSON. */
final class ParameterRows {
    private static final int MOST_MEMBERS = 24;
    private static final int MOST_DEPTH = 4;

    private final List<ParameterRow> rows = new ArrayList<>();

    private final @Nullable SchemaGuide guide;

    private ParameterRows(@Nullable SchemaGuide guide) {
        this.guide = guide;
    }

    /**
     * Lines for what the part knows, in its contract's order, then for what else the recipe sets.
     *
     * @param guide the part's input schema, or null where there is none
     */
    static List<ParameterRow> of(Json.Obj parameters, @Nullable SchemaGuide guide) {
        var rows = new ParameterRows(guide);
        var left = new LinkedHashMap<>(parameters.members());
        if (guide != null) {
            for (SchemaField field : guide.fields(List.of())) {
                Json value = left.remove(field.name());
                if (value == null) {
                    rows.rows.add(ParameterRow.missing(List.of(field.name()), field));
                } else {
                    rows.add(List.of(field.name()), value);
                }
            }
        }
        left.forEach((name, value) -> rows.add(List.of(name), value));
        return rows.rows;
    }

    private void add(List<Object> path, Json value) {
        switch (value) {
            case Json.Obj object when spreads(object.members().size(), path) -> {
                rows.add(ParameterRow.heading(path, known(path)));
                object.members().forEach((name, member) -> add(step(path, name), member));
            }
            case Json.Arr list when spreads(list.items().size(), path) -> {
                rows.add(ParameterRow.heading(path, known(path)));
                for (int i = 0; i < list.items().size(); i++) {
                    add(step(path, i), list.items().get(i));
                }
            }
            case Json.Obj object -> rows.add(ParameterRow.value(path, object, known(path)));
            case Json.Arr list -> rows.add(ParameterRow.value(path, list, known(path)));
            case Json.Str text -> rows.add(ParameterRow.value(path, text, known(path)));
            case Json.Num number -> rows.add(ParameterRow.value(path, number, known(path)));
            case Json.Bool truth -> rows.add(ParameterRow.value(path, truth, known(path)));
            case Json.Null nothing -> rows.add(ParameterRow.value(path, nothing, known(path)));
        }
    }

    private @Nullable SchemaField known(List<Object> path) {
        return guide == null ? null : guide.field(path).orElse(null);
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
