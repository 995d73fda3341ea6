package dev.arcrun.catalog.contract;

import com.networknt.schema.Error;
import dev.arcrun.engine.template.Names;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonReader;
import dev.arcrun.engine.value.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Words for what a JSON Schema complains about.
 *
 * @param schema the schema as JSON, to know which members there could be
 * @param patterns what a pattern asks for, in words
 */
record SchemaWords(Json schema, Map<String, String> patterns) {
    static final String FORBIDDEN = "is something the schema rules out.";

    private static final int LONGEST_SHOWN = 60;
    private static final int MOST_LISTED = 10;

    /** The mistake, at the value itself or at the member that must not be there. */
    SchemaMistake mistake(Error error, List<String> path, @Nullable Json found) {
        Json limit = limit(error);
        String shown = shown(limit);
        return switch (error.getKeyword()) {
            case "additionalProperties", "unevaluatedProperties", "propertyNames" ->
                    unknown(error, path);
            case "required" -> new SchemaMistake(path, "`" + error.getProperty() + "` is missing.");
            case "enum" -> new SchemaMistake(path, choice(limit, found));
            case "const" ->
                    new SchemaMistake(
                            path, "must be " + shown + ", but it is " + shown(found) + ".");
            case "pattern" -> new SchemaMistake(path, pattern(shown, found));
            case "minLength" ->
                    new SchemaMistake(
                            path,
                            shown.equals("`1`")
                                    ? "must not be empty."
                                    : "must have at least " + shown + " characters.");
            case "maxLength" ->
                    new SchemaMistake(path, "must have at most " + shown + " characters.");
            case "minimum" -> new SchemaMistake(path, "must be at least " + shown + ".");
            case "maximum" -> new SchemaMistake(path, "must be at most " + shown + ".");
            case "exclusiveMinimum" -> new SchemaMistake(path, "must be more than " + shown + ".");
            case "exclusiveMaximum" -> new SchemaMistake(path, "must be less than " + shown + ".");
            case "multipleOf" -> new SchemaMistake(path, "must be a multiple of " + shown + ".");
            case "minItems" -> new SchemaMistake(path, "must have at least " + shown + " items.");
            case "maxItems" -> new SchemaMistake(path, "must have at most " + shown + " items.");
            case "uniqueItems" -> new SchemaMistake(path, "holds something twice.");
            case "format" -> new SchemaMistake(path, shown(found) + " is no " + shown + ".");
            case "minProperties" ->
                    new SchemaMistake(path, "must have at least " + shown + " members.");
            case "maxProperties" ->
                    new SchemaMistake(path, "must have at most " + shown + " members.");
            case "false" -> new SchemaMistake(path, "must not be there.");
            case "not" -> new SchemaMistake(path, FORBIDDEN);
            case "oneOf" ->
                    new SchemaMistake(path, "fits several alternatives, where one is allowed.");
            // The validator speaks the language of the machine; what is left is rare.
            default -> new SchemaMistake(path, error.getMessage() + ".");
        };
    }

    /** The types a complaint about a type asks for. */
    List<String> types(Error error) {
        return switch (limit(error)) {
            case Json.Str(String type) -> List.of(type);
            case Json.Arr(List<Json> types) ->
                    types.stream()
                            .filter(Json.Str.class::isInstance)
                            .map(type -> ((Json.Str) type).value())
                            .toList();
            case null, default -> List.of();
        };
    }

    static String wrongType(List<String> wanted, @Nullable Json found) {
        String types = wanted.stream().map(SchemaWords::type).collect(Collectors.joining(" or "));
        boolean quotes =
                wanted.contains("string")
                        && (found instanceof Json.Num || found instanceof Json.Bool);
        return "must be "
                + types
                + ", but it is "
                + kind(found)
                + (quotes ? "; put it in quotes." : ".");
    }

    private SchemaMistake unknown(Error error, List<String> path) {
        String name = String.valueOf(error.getProperty());
        List<String> inner = new ArrayList<>(path);
        inner.add(name);
        Members around = new Members(around(error));
        for (String pattern : around.object("patternProperties").members().keySet()) {
            String wanted = patterns.getOrDefault(pattern, "must match " + pattern);
            return new SchemaMistake(
                    inner, "`" + name + "` can't be a name here: it " + wanted + ".");
        }
        List<String> known = List.copyOf(around.object("properties").members().keySet());
        List<String> near = Names.nearest(name, known, 1);
        boolean few = !known.isEmpty() && known.size() <= MOST_LISTED;
        String allowed = few ? " There are: " + String.join(", ", known) + "." : "";
        return new SchemaMistake(
                inner,
                "there is no `"
                        + name
                        + "` here"
                        + (near.isEmpty()
                                ? "." + allowed
                                : "; did you mean `" + near.getFirst() + "`?"));
    }

    /** The schema object that holds the keyword; empty where it is another document's. */
    private Json.Obj around(Error error) {
        var fragment = error.getSchemaLocation().getFragment();
        Json here = schema;
        for (int i = 0; i < fragment.getNameCount() - 1 && here != null; i++) {
            String step = String.valueOf(fragment.getElement(i));
            here =
                    switch (here) {
                        case Json.Obj object -> object.get(step);
                        case Json.Arr(List<Json> items)
                                when step.matches("\\d{1,6}")
                                        && Integer.parseInt(step) < items.size() ->
                                items.get(Integer.parseInt(step));
                        default -> null;
                    };
        }
        return here instanceof Json.Obj object ? object : Json.Obj.EMPTY;
    }

    private static String choice(@Nullable Json limit, @Nullable Json found) {
        List<String> choices = new ArrayList<>();
        if (limit instanceof Json.Arr(List<Json> items)) {
            items.forEach(item ->
                    choices.add(
                            item instanceof Json.Str(String text)
                                    ? text
                                    : JsonWriter.compact(item)));
        }
        String text = found instanceof Json.Str(String written) ? written : "";
        List<String> near = Names.nearest(text, choices, 1);
        return shown(found)
                + " is not allowed here; it must be one of "
                + String.join(", ", choices)
                + (near.isEmpty() ? "." : ". Did you mean `" + near.getFirst() + "`?");
    }

    private String pattern(String shown, @Nullable Json found) {
        String pattern = shown.substring(1, shown.length() - 1);
        return shown(found) + " " + patterns.getOrDefault(pattern, "must match " + pattern) + ".";
    }

    private static @Nullable Json limit(Error error) {
        var node = error.getSchemaNode();
        return node == null ? null : JsonReader.read(node.toString());
    }

    /** A value in backquotes, shortened. */
    private static String shown(@Nullable Json value) {
        String text =
                value instanceof Json.Str(String written)
                        ? written
                        : value == null ? "nothing" : JsonWriter.compact(value);
        boolean cut = text.length() > LONGEST_SHOWN;
        return "`" + (cut ? text.substring(0, LONGEST_SHOWN) + "…" : text) + "`";
    }

    private static String kind(@Nullable Json value) {
        return switch (value) {
            case Json.Obj _ -> "a map";
            case Json.Arr _ -> "a list";
            case Json.Null _ -> "empty";
            case Json.Str _ -> "the text " + shown(value);
            case Json.Num _ -> "the number " + shown(value);
            case Json.Bool _ -> shown(value);
            case null -> "missing";
        };
    }

    private static String type(String name) {
        return switch (name) {
            case "object" -> "a map";
            case "array" -> "a list";
            case "string" -> "a text";
            case "number" -> "a number";
            case "integer" -> "a whole number";
            case "boolean" -> "true or false";
            default -> name;
        };
    }
}
