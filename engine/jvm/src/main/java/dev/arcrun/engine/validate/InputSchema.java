package dev.arcrun.engine.validate;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks a value against a JSON Schema (2020-12): a run's input against {@code inputs}, before the
 * run. A schema that refers to another document is refused; nothing is fetched.
 */
public final class InputSchema {
    private InputSchema() {}

    /** What is wrong with the value, a sentence each with its path; empty when it fits. */
    public static List<String> check(Json.Obj schema, Json value) {
        try {
            Schema compiled =
                    SchemaRegistry.withDefaultDialect(
                                    SpecificationVersion.DRAFT_2020_12,
                                    registry ->
                                            registry.schemaLoader(
                                                    loader -> loader.fetchRemoteResources(false)))
                            .getSchema(JsonWriter.compact(schema), InputFormat.JSON);
            List<String> sentences = new ArrayList<>();
            for (Error error : compiled.validate(JsonWriter.compact(value), InputFormat.JSON)) {
                String place = error.getInstanceLocation().toString();
                sentences.add(
                        (place.isEmpty() ? "input" : "input" + place) + ": " + error.getMessage());
            }
            return sentences;
        } catch (SchemaException e) {
            return List.of("the recipe's `inputs` is no valid JSON Schema: " + e.getMessage());
        }
    }
}
