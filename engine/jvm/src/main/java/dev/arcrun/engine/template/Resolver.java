package dev.arcrun.engine.template;

import dev.arcrun.engine.template.Segment.Literal;
import dev.arcrun.engine.template.Segment.Reference;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One pass over one node's parameters. */
final class Resolver {
    /** 5 Mi characters: what the references inside the texts of one node may stand for. */
    private static final int MOST_WRITTEN = 5 * 1024 * 1024;

    private final Scope scope;
    private final boolean strict;
    private final CredentialPlaceholder credentials;
    private final Set<String> unresolved = new LinkedHashSet<>();
    private @Nullable Unresolved failure;

    /** Characters that references stand for in texts. */
    private long written;

    Resolver(Scope scope, boolean strict, CredentialPlaceholder credentials) {
        this.scope = scope;
        this.strict = strict;
        this.credentials = credentials;
    }

    Resolution resolve(Json.Obj parameters, Set<String> verbatim) {
        Json.Obj value = object(parameters, verbatim);
        return new Resolution(value, List.copyOf(unresolved), failure);
    }

    private Json.Obj object(Json.Obj object, Set<String> verbatim) {
        Map<String, Json> members = new LinkedHashMap<>();
        object.members()
                .forEach((name, written) -> {
                    Json value = verbatim.contains(name) ? written : value(written);
                    if (value != null) {
                        members.put(name, value);
                    }
                });
        return new Json.Obj(members);
    }

    /** The value to use, or null where there is none. */
    private @Nullable Json value(Json written) {
        return switch (written) {
            case Json.Str(String text) -> text(text);
            case Json.Obj object -> object(object, Set.of());
            case Json.Arr(List<Json> items) -> {
                List<Json> values = new ArrayList<>(items.size());
                for (Json item : items) {
                    Json value = value(item);
                    values.add(value == null ? Json.NULL : value);
                }
                yield new Json.Arr(values);
            }
            case Json.Null _, Json.Bool _, Json.Num _ -> written;
        };
    }

    private @Nullable Json text(String text) {
        Template template = Template.parse(text);
        Reference whole = template.whole();
        if (whole != null) {
            Json value = find(whole);
            if (value == null) {
                missing(whole, strict);
            }
            return value;
        }
        return embedded(template);
    }

    private @Nullable Json embedded(Template template) {
        var out = new StringBuilder();
        boolean complete = true;
        for (Segment segment : template.segments()) {
            switch (segment) {
                case Literal literal -> out.append(literal.text());
                case Reference reference -> {
                    Json value = find(reference);
                    if (value == null) {
                        missing(reference, true);
                        complete = false;
                    } else {
                        String text = asText(value);
                        written += text.length();
                        if (written > MOST_WRITTEN) {
                            failure =
                                    failure == null
                                            ? MissingReference.tooMuchText(reference)
                                            : failure;
                            return null;
                        }
                        out.append(text);
                    }
                }
            }
        }
        return complete ? new Json.Str(out.toString()) : null;
    }

    private static String asText(Json value) {
        return value instanceof Json.Str(String text) ? text : JsonWriter.compact(value);
    }

    private @Nullable Json find(Reference reference) {
        if (reference.isCredential()) {
            return credential(reference);
        }
        Json value = reference.path().in(scope);
        boolean nothing = value == null || value.equals(Json.NULL);
        return nothing && reference.defaultValue() != null ? reference.defaultValue() : value;
    }

    private @Nullable Json credential(Reference reference) {
        List<String> steps = reference.path().steps();
        boolean wellFormed =
                reference.defaultValue() == null
                        && steps.size() == 1
                        && CredentialPlaceholder.isCredentialName(steps.getFirst());
        return wellFormed ? new Json.Str(credentials.text(steps.getFirst())) : null;
    }

    private void missing(Reference reference, boolean fails) {
        if (!fails && !reference.isCredential()) {
            unresolved.add(reference.path().toString());
        } else if (failure == null) {
            failure =
                    reference.isCredential()
                            ? MissingReference.credential(reference)
                            : MissingReference.in(scope, reference.path());
        }
    }
}
