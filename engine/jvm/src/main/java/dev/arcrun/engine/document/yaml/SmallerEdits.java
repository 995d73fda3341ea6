package dev.arcrun.engine.document.yaml;

import dev.arcrun.engine.value.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Setting a whole list or mapping where only little of it differs: the few edits that make the
 * difference, so that the rest stays as it is written.
 */
final class SmallerEdits {
    /** More of them and the value is written anew. */
    private static final int MOST = 8;

    private final List<TreeEdit> edits = new ArrayList<>();

    private SmallerEdits() {}

    static List<TreeEdit> of(Json data, TreeEdit edit) {
        if (!(edit instanceof TreeEdit.Set(List<Object> path, Json value, _))) {
            return List.of(edit);
        }
        Json old = DataEdit.get(data, path);
        if (old == null) {
            return List.of(edit);
        }
        SmallerEdits smaller = new SmallerEdits();
        smaller.compare(path, old, value);
        return smaller.edits.size() > MOST ? List.of(edit) : List.copyOf(smaller.edits);
    }

    private void compare(List<Object> path, Json old, Json value) {
        if (edits.size() > MOST || old.equals(value)) {
            return;
        }
        if (old instanceof Json.Obj(Map<String, Json> before)
                && value instanceof Json.Obj(Map<String, Json> after)
                && !before.isEmpty()
                && !after.isEmpty()
                && isSameOrder(before, after)) {
            members(path, before, after);
        } else if (old instanceof Json.Arr(List<Json> before)
                && value instanceof Json.Arr(List<Json> after)
                && !before.isEmpty()
                && !after.isEmpty()) {
            items(path, before, after);
        } else {
            edits.add(new TreeEdit.Set(path, value));
        }
    }

    /** Whether the members of both stand in one order, new ones behind them. */
    private static boolean isSameOrder(Map<String, Json> before, Map<String, Json> after) {
        List<String> kept = before.keySet().stream().filter(after::containsKey).toList();
        return List.copyOf(after.keySet()).subList(0, kept.size()).equals(kept);
    }

    private void members(List<Object> path, Map<String, Json> before, Map<String, Json> after) {
        after.forEach((key, value) -> {
            Json old = before.get(key);
            if (old == null) {
                edits.add(new TreeEdit.Set(below(path, key), value));
            } else {
                compare(below(path, key), old, value);
            }
        });
        for (String key : before.keySet()) {
            if (!after.containsKey(key)) {
                edits.add(new TreeEdit.Remove(below(path, key)));
            }
        }
    }

    private void items(List<Object> path, List<Json> before, List<Json> after) {
        int least = Math.min(before.size(), after.size());
        int head = 0;
        while (head < least && Objects.equals(before.get(head), after.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < least - head
                && before.get(before.size() - 1 - tail)
                        .equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        for (int i = head; i < least - tail; i++) {
            compare(below(path, i), before.get(i), after.get(i));
        }
        for (int i = least - tail; i < after.size() - tail; i++) {
            edits.add(new TreeEdit.Insert(path, i, after.get(i)));
        }
        for (int i = before.size() - tail - 1; i >= least - tail; i--) {
            edits.add(new TreeEdit.Remove(below(path, i)));
        }
    }

    private static List<Object> below(List<Object> path, Object step) {
        List<Object> below = new ArrayList<>(path);
        below.add(step);
        return below;
    }
}
