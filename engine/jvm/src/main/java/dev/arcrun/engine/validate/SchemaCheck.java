package dev.arcrun.engine.validate;

import dev.arcrun.engine.value.EcmaNumber;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds values against the parts of one schema and collects what is wrong, a sentence each. */
final class SchemaCheck {
    /** Deeper schemas and references that go round in a circle are not followed. */
    private static final int MOST_DEPTH = 64;

    static final int MOST_SENTENCES = 20;

    private static final int LONGEST_NAME = 100;

    /**
     * How many schemas may be held against values: some, and so many more for each value of an
     * input.
     */
    private static final long SOME_STEPS = 100_000;

    private static final long STEPS_EACH = 50;

    private final Json.Obj root;
    private final Budget budget;
    private final List<String> found = new ArrayList<>();

    /** Steps that may still be taken. */
    private static final class Budget {
        private long left;

        private Budget(long left) {
            this.left = left;
        }
    }

    /**
     * @param value all that is to be checked
     */
    SchemaCheck(Json.Obj root, Json value) {
        this(root, new Budget(SOME_STEPS + STEPS_EACH * SchemaValue.count(value)));
    }

    private SchemaCheck(Json.Obj root, Budget budget) {
        this.root = root;
        this.budget = budget;
    }

    List<String> found() {
        return found;
    }

    /** Whether there was more to do than one schema may ask for. */
    boolean isTooInvolved() {
        return budget.left < 0;
    }

    /**
     * Checks one value.
     *
     * @param path the value in the sentences
     */
    void check(@Nullable Json schema, Json value, String path, int depth) {
        if (Json.FALSE.equals(schema)) {
            found.add(path + " is not allowed here");
        }
        if (!(schema instanceof Json.Obj wanted)
                || depth > MOST_DEPTH
                || found.size() >= MOST_SENTENCES
                || --budget.left < 0) {
            return;
        }
        if (wanted.get("$ref") instanceof Json.Str(String reference)) {
            check(SchemaReference.in(root, reference), value, path, depth + 1);
        }
        plain(wanted, value, path);
        combined(wanted, value, path, depth + 1);
        switch (value) {
            case Json.Str(String text) -> text(wanted, text, path);
            case Json.Num(double number) -> number(wanted, number, path);
            case Json.Arr(var items) -> list(wanted, items, path, depth + 1);
            case Json.Obj(var members) -> object(wanted, members, path, depth + 1);
            case Json.Null _, Json.Bool _ -> {}
        }
    }

    private boolean fits(Json schema, Json value, int depth) {
        var inner = new SchemaCheck(root, budget);
        inner.check(schema, value, "", depth);
        return inner.found.isEmpty();
    }

    private void plain(Json.Obj schema, Json value, String path) {
        Json type = schema.get("type");
        List<Json> types =
                type instanceof Json.Arr(var several)
                        ? several
                        : type instanceof Json.Str ? List.of(type) : null;
        if (types != null && types.stream().noneMatch(it -> SchemaValue.isOfType(value, it))) {
            found.add(path + " must be of type " + joined(types, " or ", SchemaValue::shown));
        }
        if (schema.get("enum") instanceof Json.Arr(var allowed) && !allowed.contains(value)) {
            found.add(path + " must be one of " + joined(allowed, ", ", JsonWriter::compact));
        }
        Json only = schema.get("const");
        if (only != null && !only.equals(value)) {
            found.add(path + " must be " + JsonWriter.compact(only));
        }
    }

    private void combined(Json.Obj schema, Json value, String path, int depth) {
        items(schema, "allOf").forEach(each -> check(each, value, path, depth));
        List<Json> some = items(schema, "anyOf");
        if (!some.isEmpty() && some.stream().noneMatch(each -> fits(each, value, depth))) {
            found.add(path + " fits none of the forms it may have");
        }
        List<Json> one = items(schema, "oneOf");
        if (!one.isEmpty() && one.stream().filter(each -> fits(each, value, depth)).count() != 1) {
            found.add(path + " must fit exactly one of the forms it may have");
        }
        Json not = schema.get("not");
        if (not != null && fits(not, value, depth)) {
            found.add(path + " has a form that is excluded");
        }
        Json condition = schema.get("if");
        if (condition != null) {
            Json then = schema.get(fits(condition, value, depth) ? "then" : "else");
            check(then, value, path, depth);
        }
    }

    private void text(Json.Obj schema, String value, String path) {
        int length = value.codePointCount(0, value.length());
        least(schema, "minLength", length, path + " must have at least", " characters");
        most(schema, "maxLength", length, path + " must have at most", " characters");
        boolean tooLong = schema.get("maxLength") instanceof Json.Num(double most) && length > most;
        if (schema.get("pattern") instanceof Json.Str(String pattern)
                && !tooLong
                && !SchemaPattern.fits(pattern, value)) {
            found.add(path + " must match " + pattern);
        }
    }

    private void number(Json.Obj schema, double value, String path) {
        least(schema, "minimum", value, path + " must be at least", "");
        most(schema, "maximum", value, path + " must be at most", "");
        if (schema.get("exclusiveMinimum") instanceof Json.Num(double above) && value <= above) {
            found.add(path + " must be more than " + EcmaNumber.toString(above));
        }
        if (schema.get("exclusiveMaximum") instanceof Json.Num(double below) && value >= below) {
            found.add(path + " must be less than " + EcmaNumber.toString(below));
        }
        if (schema.get("multipleOf") instanceof Json.Num(double step)
                && step > 0
                && !SchemaValue.isMultiple(value, step)) {
            found.add(path + " must be a multiple of " + EcmaNumber.toString(step));
        }
    }

    private void list(Json.Obj schema, List<Json> value, String path, int depth) {
        least(schema, "minItems", value.size(), path + " must have at least", " items");
        most(schema, "maxItems", value.size(), path + " must have at most", " items");
        List<Json> first = items(schema, "prefixItems");
        Json rest = schema.get("items");
        for (int i = 0; i < value.size(); i++) {
            Json wanted = i < first.size() ? first.get(i) : rest;
            check(wanted, value.get(i), path + "[" + i + "]", depth);
        }
        Json contained = schema.get("contains");
        if (contained != null) {
            long count = value.stream().filter(item -> fits(contained, item, depth)).count();
            Json least = Objects.requireNonNullElse(schema.get("minContains"), Json.of(1));
            if (least instanceof Json.Num(double number) && count < number) {
                found.add(path + " lacks an item of a form it must have");
            }
            most(schema, "maxContains", count, path + " must have at most", " items of one form");
        }
        if (Json.TRUE.equals(schema.get("uniqueItems"))
                && new HashSet<>(value).size() < value.size()) {
            found.add(path + " has an item twice");
        }
    }

    private void object(Json.Obj schema, Map<String, Json> value, String path, int depth) {
        least(schema, "minProperties", value.size(), path + " must have at least", " members");
        most(schema, "maxProperties", value.size(), path + " must have at most", " members");
        for (Json name : items(schema, "required")) {
            if (name instanceof Json.Str(String wanted) && !value.containsKey(wanted)) {
                found.add(path + " lacks " + wanted);
            }
        }
        value.forEach((name, member) -> member(schema, name, member, path, depth));
        ifThere(
                schema,
                "dependentSchemas",
                value,
                (_, needed) -> check(needed, new Json.Obj(value), path, depth));
        ifThere(
                schema,
                "dependentRequired",
                value,
                (name, needed) -> {
                    for (Json each :
                            needed instanceof Json.Arr(var names) ? names : List.<Json>of()) {
                        if (each instanceof Json.Str(String wanted) && !value.containsKey(wanted)) {
                            found.add(path + " has " + name + " and so needs " + wanted);
                        }
                    }
                });
    }

    private void member(Json.Obj schema, String name, Json value, String path, int depth) {
        String at = path + "." + inShort(name);
        Json own = members(schema, "properties").get(name);
        check(own, value, at, depth);
        boolean known = own != null;
        for (var pattern : members(schema, "patternProperties").entrySet()) {
            if (SchemaPattern.fits(pattern.getKey(), name)) {
                check(pattern.getValue(), value, at, depth);
                known = true;
            }
        }
        if (!known) {
            check(schema.get("additionalProperties"), value, at, depth);
        }
        Json names = schema.get("propertyNames");
        check(names, Json.of(name), "the name " + inShort(name) + " in " + path, depth);
    }

    /** A name that a caller sends, not too much of it. */
    private static String inShort(String name) {
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name;
    }

    /** For each name of a keyword's members that the value has. */
    private static void ifThere(
            Json.Obj schema,
            String keyword,
            Map<String, Json> value,
            BiConsumer<String, Json> visitor) {
        members(schema, keyword)
                .forEach((name, needed) -> {
                    if (value.containsKey(name)) {
                        visitor.accept(name, needed);
                    }
                });
    }

    private void least(Json.Obj schema, String key, double actual, String says, String unit) {
        if (schema.get(key) instanceof Json.Num(double least) && actual < least) {
            found.add(says + " " + EcmaNumber.toString(least) + unit);
        }
    }

    private void most(Json.Obj schema, String key, double actual, String says, String unit) {
        if (schema.get(key) instanceof Json.Num(double most) && actual > most) {
            found.add(says + " " + EcmaNumber.toString(most) + unit);
        }
    }

    private static List<Json> items(Json.Obj schema, String key) {
        return schema.get(key) instanceof Json.Arr(var items) ? items : List.of();
    }

    private static Map<String, Json> members(Json.Obj schema, String key) {
        return schema.get(key) instanceof Json.Obj(var members) ? members : Map.of();
    }

    private static String joined(List<Json> values, String between, Function<Json, String> text) {
        return values.stream().map(text).collect(Collectors.joining(between));
    }
}
