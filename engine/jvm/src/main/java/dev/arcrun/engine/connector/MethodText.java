package dev.arcrun.engine.connector;

import dev.arcrun.engine.part.Contract;
import dev.arcrun.engine.template.Segment;
import dev.arcrun.engine.template.Template;
import dev.arcrun.engine.value.Json;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The method of a request: its name, or one template of a parameter that may only be a method. */
final class MethodText {
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private MethodText() {}

    /** The method in upper case, or the template as written. */
    static String read(Fields fields) {
        String written = fields.text("method");
        if (parameter(written) != null) {
            return written;
        }
        String method = written.toUpperCase(Locale.ROOT);
        if (!METHODS.contains(method)) {
            fields.mistake(
                    "method",
                    "`"
                            + method
                            + "` is no method; there are GET, HEAD, POST, PUT, PATCH, DELETE and"
                            + " OPTIONS.");
        }
        return method;
    }

    /** The parameter that decides, or null where the method is fixed. */
    static @Nullable String parameter(String method) {
        Segment.Reference whole = Template.parse(method).whole();
        return whole == null || whole.isCredential() ? null : whole.path().name();
    }

    /**
     * What is wrong with the parameter that decides, in a sentence; null where it lets nothing
     * through but methods, or is none that anybody gives.
     */
    static @Nullable String mistake(String method, Contract contract) {
        Segment.Reference whole = Template.parse(method).whole();
        if (whole == null || whole.isCredential()) {
            return null;
        }
        String name = whole.path().name();
        Json property = InputCheck.properties(contract).get(name);
        if (property == null && !name.equals(CallScope.CALL_ID)) {
            return null;
        }
        if (!(property instanceof Json.Obj schema) || !allowsMethodsOnly(schema.get("enum"))) {
            return "`"
                    + name
                    + "` could be anything; give it an `enum` of methods in `input_schema`.";
        }
        if (!whole.path().steps().isEmpty() || whole.defaultValue() != null) {
            return "the method is a parameter alone, as `{{"
                    + name
                    + "}}`; a default stands in `input_schema`.";
        }
        Json fallback = schema.get("default");
        return fallback == null || fallback instanceof Json.Null || isMethod(fallback)
                ? null
                : "the default of `" + name + "` is no method.";
    }

    private static boolean allowsMethodsOnly(@Nullable Json choices) {
        return choices instanceof Json.Arr(List<Json> all)
                && !all.isEmpty()
                && all.stream().allMatch(MethodText::isMethod);
    }

    private static boolean isMethod(Json value) {
        return value instanceof Json.Str(String name) && METHODS.contains(name);
    }

    static String filled(String method, Filling filling) throws ConnectorFailure {
        Segment.Reference whole = Template.parse(method).whole();
        return whole == null ? method : Filling.asText(Filling.there(whole, filling.find(whole)));
    }
}
