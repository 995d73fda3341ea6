package dev.arcrun.catalog.scenario;

import dev.arcrun.engine.value.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value in a result: {@code data.items.*.id}. */
final class ResultPath {
    private ResultPath() {}

    /** The value, with {@code *} a list of the values in every item; null where there is none. */
    static @Nullable Json in(Json value, String path) {
        return in(value, List.of(path.split("\\.", -1)));
    }

    private static @Nullable Json in(Json value, List<String> steps) {
        if (steps.isEmpty()) {
            return value;
        }
        String step = steps.getFirst();
        List<String> rest = steps.subList(1, steps.size());
        return switch (value) {
            case Json.Obj object -> {
                Json member = object.get(step);
                yield member == null ? null : in(member, rest);
            }
            case Json.Arr(List<Json> items) when step.equals("*") -> {
                List<Json> found = new ArrayList<>();
                for (Json item : items) {
                    Json inner = in(item, rest);
                    found.add(inner == null ? Json.NULL : inner);
                }
                yield Json.array(found);
            }
            case Json.Arr(List<Json> items) -> {
                int index = step.matches("\\d{1,9}") ? Integer.parseInt(step) : -1;
                yield index >= 0 && index < items.size() ? in(items.get(index), rest) : null;
            }
            case Json.Null _, Json.Bool _, Json.Num _, Json.Str _ -> null;
        };
    }
}
