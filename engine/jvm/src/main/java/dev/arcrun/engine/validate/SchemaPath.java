package dev.arcrun.engine.validate;

import dev.arcrun.engine.value.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Follows a path into the values that a JSON Schema describes. */
final class SchemaPath {
    private static final List<String> BEYOND_US =
            List.of("$ref", "$dynamicRef", "anyOf", "oneOf", "allOf", "if", "patternProperties");

    private SchemaPath() {}

    /** Where following a path ended. */
    sealed interface End {
        /** The schema allows it, or says too little. */
        record Possible() implements End {}

        /**
         * The schema doesn't have that member.
         *
         * @param at which step
         * @param members those it has
         * @param certain whether there can't be others
         */
        record NoMember(int at, Map<String, Json> members, boolean certain) implements End {}

        /** The value there has no members, or none of such a name. */
        record NoContainer(int at, String type) implements End {}
    }

    /**
     * Follows the steps from {@code first} on.
     *
     * @param schema of the value that the first of them enters
     */
    static End follow(@Nullable Json schema, List<String> steps, int first) {
        Json here = schema;
        for (int at = first; at < steps.size(); at++) {
            if (!(here instanceof Json.Obj known) || isBeyondUs(known)) {
                return new End.Possible();
            }
            String step = steps.get(at);
            List<String> types = Schemas.types(known);
            if (types.contains("array") && isPosition(step)) {
                here = known.get("items");
            } else if (!types.isEmpty() && !types.contains("object")) {
                return new End.NoContainer(at, types.getFirst());
            } else {
                Map<String, Json> members = Schemas.properties(known);
                Json others = known.get("additionalProperties");
                if (members.containsKey(step)) {
                    here = members.get(step);
                } else if (others instanceof Json.Obj) {
                    here = others;
                } else if (members.isEmpty() && !Json.FALSE.equals(others)) {
                    return new End.Possible();
                } else {
                    return new End.NoMember(at, members, Json.FALSE.equals(others));
                }
            }
        }
        return new End.Possible();
    }

    private static boolean isPosition(String step) {
        return !step.isEmpty() && step.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isBeyondUs(Json.Obj schema) {
        for (String keyword : BEYOND_US) {
            if (schema.get(keyword) != null) {
                return true;
            }
        }
        return false;
    }
}
