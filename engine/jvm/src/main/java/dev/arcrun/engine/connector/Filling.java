package dev.arcrun.engine.connector;

import dev.arcrun.engine.template.ReferencePath;
import dev.arcrun.engine.template.Scope;
import dev.arcrun.engine.template.Segment;
import dev.arcrun.engine.template.Template;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Puts values into a connector's templates. A text that is one template keeps the value's type, and
 * is left out where there is none; so is any text with a credential that isn't there.
 */
final class Filling {
    private final Scope scope;
    private final Function<String, @Nullable String> credentials;

    /**
     * @param credentials what stands in a request for the credential of a key, null where there is
     *     none
     */
    Filling(Scope scope, Function<String, @Nullable String> credentials) {
        this.scope = scope;
        this.credentials = credentials;
    }

    /** The same, with more names that mean something. */
    Filling with(Map<String, Json> more) {
        return new Filling(Scope.of(more).or(scope), credentials);
    }

    /** The value with its texts filled, at any depth; null where nothing is left. */
    @Nullable Json value(@Nullable Json written) throws ConnectorFailure {
        return switch (written) {
            case null -> null;
            case Json.Str(String text) -> value(text);
            case Json.Obj object -> object(object);
            case Json.Arr(List<Json> items) -> {
                List<Json> values = new ArrayList<>();
                for (Json item : items) {
                    Json value = value(item);
                    if (value != null) {
                        values.add(value);
                    }
                }
                yield Json.array(values);
            }
            case Json.Null _, Json.Bool _, Json.Num _ -> written;
        };
    }

    Json.Obj object(Json.Obj written) throws ConnectorFailure {
        Map<String, Json> members = new LinkedHashMap<>();
        for (Map.Entry<String, Json> member : written.members().entrySet()) {
            Json value = value(member.getValue());
            if (value != null) {
                members.put(member.getKey(), value);
            }
        }
        return new Json.Obj(members);
    }

    /** A filled text; null where it is left out. */
    @Nullable String text(String written) throws ConnectorFailure {
        Json value = value(written);
        return value == null || value.equals(Json.NULL) ? null : asText(value);
    }

    private @Nullable Json value(String written) throws ConnectorFailure {
        Template template = Template.parse(written);
        Segment.Reference whole = template.whole();
        if (whole != null) {
            return find(whole);
        }
        var out = new StringBuilder();
        for (Segment segment : template.segments()) {
            switch (segment) {
                case Segment.Literal(String text) -> out.append(text);
                case Segment.Reference reference -> {
                    Json value = find(reference);
                    if (reference.isCredential() && value == null) {
                        return null;
                    }
                    out.append(asText(there(reference, value)));
                }
            }
        }
        return Json.of(out.toString());
    }

    /** The value, or null where there is none. */
    @Nullable Json find(Segment.Reference reference) {
        if (reference.isCredential()) {
            String text = credentials.apply(key(reference));
            return text == null ? null : Json.of(text);
        }
        Json value = reference.path().in(scope);
        boolean nothing = value == null || value.equals(Json.NULL);
        return nothing && reference.defaultValue() != null ? reference.defaultValue() : value;
    }

    /** The key of a credential. */
    static String key(Segment.Reference reference) {
        List<String> steps = reference.path().steps();
        return steps.isEmpty() ? "" : steps.getFirst();
    }

    static Json there(Segment.Reference reference, @Nullable Json value) throws ConnectorFailure {
        if (value == null || value.equals(Json.NULL)) {
            ReferencePath path = reference.path();
            throw ConnectorFailure.of(
                    "MISSING_FIELD",
                    "`" + path + "` is missing.",
                    "Give the parameter `" + path.name() + "`.");
        }
        return value;
    }

    static String asText(Json value) {
        return value instanceof Json.Str(String text) ? text : JsonWriter.compact(value);
    }
}
