package dev.arcrun.engine.connector;

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

    /** Whether the property of a parameter lets nothing through but methods. */
    static boolean allowsMethodsOnly(@Nullable Json property) {
        return property instanceof Json.Obj schema
                && schema.get("enum") instanceof Json.Arr(List<Json> choices)
                && !choices.isEmpty()
                && choices.stream()
                        .allMatch(it ->
                                it instanceof Json.Str(String name) && METHODS.contains(name));
    }

    static String filled(String method, Filling filling) throws ConnectorFailure {
        Segment.Reference whole = Template.parse(method).whole();
        return whole == null ? method : Filling.asText(Filling.there(whole, filling.find(whole)));
    }
}
