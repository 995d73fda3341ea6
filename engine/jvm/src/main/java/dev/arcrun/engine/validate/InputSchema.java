package dev.arcrun.engine.validate;

import dev.arcrun.engine.value.Json;
import java.util.List;

/**
 * Checks a value against a JSON Schema (2020-12): a run's input against {@code inputs}, before the
 * run. References stay inside the schema; {@code format} says nothing, as the specification has it.
 */
public final class InputSchema {
    private static final String TOO_INVOLVED = "the schema asks for too much to be checked";

    private InputSchema() {}

    /** What is wrong with the value, a sentence each with its path; empty when it fits. */
    public static List<String> check(Json.Obj schema, Json value) {
        var check = new SchemaCheck(schema, value);
        check.check(schema, value, "input", 0);
        return check.isTooInvolved()
                ? List.of(TOO_INVOLVED)
                : check.found().stream().limit(SchemaCheck.MOST_SENTENCES).toList();
    }
}
