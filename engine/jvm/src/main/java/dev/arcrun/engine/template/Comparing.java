package dev.arcrun.engine.template;

import dev.arcrun.engine.value.EcmaNumber;
import dev.arcrun.engine.value.Json;
import org.jspecify.annotations.Nullable;

/** How values compare in expressions. */
final class Comparing {
    private Comparing() {}

    /**
     * Numbers, and texts that read as numbers, by value; other texts by their UTF-16 units; lists
     * and objects when they are the same JSON. Values of different kinds are unequal.
     */
    static boolean equal(Json left, Json right) {
        Integer order = order(left, right);
        return order == null ? left.equals(right) : order == 0;
    }

    /** False for values that have no order between them. */
    static boolean less(Json left, Json right) {
        Integer order = order(left, right);
        return order != null && order < 0;
    }

    /** Whether a text has a part, a list an item or an object a member like that. */
    static boolean contains(Json whole, Json part) {
        return switch (whole) {
            case Json.Str(String text) -> {
                String sought = asText(part);
                yield sought != null && text.contains(sought);
            }
            case Json.Arr(var items) -> items.stream().anyMatch(item -> equal(item, part));
            case Json.Obj object -> {
                String name = asText(part);
                yield name != null && object.get(name) != null;
            }
            case Json.Null _, Json.Bool _, Json.Num _ -> false;
        };
    }

    /** The text of a text, number, true or false; null for the rest. */
    static @Nullable String asText(Json value) {
        return switch (value) {
            case Json.Str(String text) -> text;
            case Json.Num(double number) -> EcmaNumber.toString(number);
            case Json.Bool(boolean truth) -> Boolean.toString(truth);
            case Json.Null _, Json.Arr _, Json.Obj _ -> null;
        };
    }

    private static @Nullable Integer order(Json left, Json right) {
        return switch (left) {
            case Json.Num(double a) when right instanceof Json.Num(double b) ->
                    Double.compare(a, b);
            case Json.Num(double a) when right instanceof Json.Str(String b) ->
                    order(a, NumberText.read(b));
            case Json.Str(String a) when right instanceof Json.Num(double b) ->
                    order(NumberText.read(a), b);
            case Json.Str(String a) when right instanceof Json.Str(String b) -> order(a, b);
            default -> null;
        };
    }

    private static Integer order(String a, String b) {
        Integer asNumbers = order(NumberText.readExactly(a), NumberText.readExactly(b));
        return asNumbers == null ? (Integer) a.compareTo(b) : asNumbers;
    }

    private static @Nullable Integer order(@Nullable Double a, @Nullable Double b) {
        return a == null || b == null ? null : (Integer) Double.compare(a + 0.0, b + 0.0);
    }
}
