package dev.arcrun.engine.document.yaml;

import dev.arcrun.engine.document.yaml.CannotEditException.Reason;
import dev.arcrun.engine.value.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an edit means for the data: the text after an edit must read as this. */
final class DataEdit {
    private DataEdit() {}

    static Json apply(Json data, TreeEdit edit) {
        return switch (edit) {
            case TreeEdit.Set(List<Object> path, Json value, _) -> set(data, path, 0, value);
            case TreeEdit.Remove(List<Object> path) -> remove(data, path, 0);
            case TreeEdit.Insert(List<Object> path, int index, Json value) -> {
                List<Json> items = list(data, path);
                items.add(checked(index, items.size(), path), value);
                yield set(data, path, 0, new Json.Arr(items));
            }
            case TreeEdit.Move(List<Object> path, int from, int to) -> {
                List<Json> items = list(data, path);
                Json moved = items.remove(checked(from, items.size() - 1, path));
                items.add(checked(to, items.size(), path), moved);
                yield set(data, path, 0, new Json.Arr(items));
            }
            case TreeEdit.RenameKey(List<Object> path, String key) -> rename(data, path, 0, key);
        };
    }

    /** The value at a path, or null. */
    static @Nullable Json get(Json data, List<Object> path) {
        Json found = data;
        for (Object step : path) {
            Json next =
                    switch (found) {
                        case Json.Obj object when step instanceof String name -> object.get(name);
                        case Json.Arr(List<Json> items)
                                when step instanceof Integer index
                                        && index >= 0
                                        && index < items.size() ->
                                items.get(index);
                        default -> null;
                    };
            if (next == null) {
                return null;
            }
            found = next;
        }
        return found;
    }

    private static List<Json> list(Json data, List<Object> path) {
        return get(data, path) instanceof Json.Arr(List<Json> items)
                ? new ArrayList<>(items)
                : new ArrayList<>();
    }

    private static int checked(int index, int most, List<Object> path) {
        if (index < 0 || index > most) {
            throw new CannotEditException(Reason.NO_SUCH_ITEM, steps(path, path.size()), index);
        }
        return index;
    }

    private static Json set(Json data, List<Object> path, int at, Json value) {
        if (at == path.size()) {
            return value;
        }
        return switch (path.get(at)) {
            case String name -> {
                Json.Obj object = asObject(data, path, at);
                Json member = object.get(name);
                yield object.with(
                        name, set(member == null ? Json.NULL : member, path, at + 1, value));
            }
            case Integer index -> {
                List<Json> items = asList(data, path, at);
                int checked = checked(index, items.size(), path.subList(0, at));
                Json old = checked < items.size() ? items.get(checked) : Json.NULL;
                Json changed = set(old, path, at + 1, value);
                if (checked < items.size()) {
                    items.set(checked, changed);
                } else {
                    items.add(changed);
                }
                yield new Json.Arr(items);
            }
            default ->
                    throw new IllegalArgumentException("neither name nor index: " + path.get(at));
        };
    }

    private static Json.Obj asObject(Json data, List<Object> path, int at) {
        return switch (data) {
            case Json.Obj object -> object;
            case Json.Null() -> Json.Obj.EMPTY;
            default ->
                    throw new CannotEditException(
                            Reason.NOT_A_MAPPING, steps(path, at), path.get(at));
        };
    }

    private static List<Json> asList(Json data, List<Object> path, int at) {
        return switch (data) {
            case Json.Arr(List<Json> items) -> new ArrayList<>(items);
            case Json.Null() -> new ArrayList<>();
            default ->
                    throw new CannotEditException(Reason.NOT_A_LIST, steps(path, at), path.get(at));
        };
    }

    private static Json remove(Json data, List<Object> path, int at) {
        boolean last = at == path.size() - 1;
        return switch (data) {
            case Json.Obj object when path.get(at) instanceof String name -> {
                Json member = object.get(name);
                if (member == null) {
                    yield object;
                }
                yield last ? object.without(name) : object.with(name, remove(member, path, at + 1));
            }
            case Json.Arr(List<Json> old)
                    when path.get(at) instanceof Integer index
                            && index >= 0
                            && index < old.size() -> {
                List<Json> items = new ArrayList<>(old);
                if (last) {
                    items.remove(index.intValue());
                } else {
                    items.set(index, remove(old.get(index), path, at + 1));
                }
                yield new Json.Arr(items);
            }
            default -> data;
        };
    }

    private static Json rename(Json data, List<Object> path, int at, String key) {
        if (!(data instanceof Json.Obj object)
                || !(path.get(at) instanceof String name)
                || object.get(name) == null) {
            return data;
        }
        Map<String, Json> renamed = new LinkedHashMap<>();
        boolean last = at == path.size() - 1;
        object.members()
                .forEach((member, value) -> {
                    if (!member.equals(name)) {
                        renamed.put(member, value);
                    } else if (last) {
                        renamed.put(key, value);
                    } else {
                        renamed.put(member, rename(value, path, at + 1, key));
                    }
                });
        return new Json.Obj(renamed);
    }

    /** A path as it is written in messages: {@code config.fetch.headers}. */
    static String steps(List<Object> path, int count) {
        StringBuilder steps = new StringBuilder();
        for (Object step : path.subList(0, count)) {
            if (step instanceof Integer) {
                steps.append('[').append(step).append(']');
            } else {
                steps.append(steps.isEmpty() ? "" : ".").append(step);
            }
        }
        return steps.toString();
    }
}
