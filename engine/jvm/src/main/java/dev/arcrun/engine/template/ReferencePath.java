package dev.arcrun.engine.template;

import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reference: a name and the steps from its value inwards.
 *
 * @param name what the scope is asked for
 * @param steps member names; in a list, positions from 0 in decimal. How a step was written ({@code
 *     .0}, {@code [0]}, {@code ["0"]}) makes no difference
 */
public record ReferencePath(String name, List<String> steps) {
    public ReferencePath {
        steps = List.copyOf(steps);
    }

    /** Reads a path as it stands in a template, or gives null where that isn't one. */
    public static @Nullable ReferencePath parse(String text) {
        var reader = new PathReader(text, Characters.endOfSpaces(text, 0), true);
        ReferencePath path = reader.read();
        return Characters.endOfSpaces(text, reader.end()) == text.length() ? path : null;
    }

    /** The value it refers to, or null where there is none. */
    public @Nullable Json in(Scope scope) {
        Json value = scope.lookup(name);
        for (String step : steps) {
            if (value == null) {
                return null;
            }
            value = step(value, step);
        }
        return value;
    }

    /** The own member or item of a value, or null where there is none. */
    static @Nullable Json step(Json value, String step) {
        return switch (value) {
            case Json.Obj object -> object.get(step);
            case Json.Arr array -> {
                int index = position(step);
                yield index >= 0 && index < array.items().size() ? array.items().get(index) : null;
            }
            case Json.Null _, Json.Bool _, Json.Num _, Json.Str _ -> null;
        };
    }

    /** The path that starts with the first step. */
    ReferencePath inner() {
        return new ReferencePath(steps.getFirst(), steps.subList(1, steps.size()));
    }

    /** The first {@code count} steps of it. */
    ReferencePath upTo(int count) {
        return new ReferencePath(name, steps.subList(0, count));
    }

    private static int position(String step) {
        if (step.isEmpty() || step.length() > 9 || (step.length() > 1 && step.charAt(0) == '0')) {
            return -1;
        }
        for (int i = 0; i < step.length(); i++) {
            if (!Characters.isDigit(step.charAt(i))) {
                return -1;
            }
        }
        return Integer.parseInt(step);
    }

    /** As one writes it in a template: {@code fetch.data.items.0["any key"]}. */
    @Override
    public String toString() {
        var text = new StringBuilder(name);
        for (String step : steps) {
            if (!step.isEmpty() && Characters.endOfName(step, 0) == step.length()) {
                text.append('.').append(step);
            } else {
                text.append('[').append(JsonWriter.quote(step)).append(']');
            }
        }
        return text.toString();
    }
}
