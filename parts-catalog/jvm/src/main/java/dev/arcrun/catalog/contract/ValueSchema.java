package dev.arcrun.catalog.contract;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonWriter;
import java.util.List;
import java.util.Map;

/** A JSON Schema (2020-12) of a contract, for values. Nothing is fetched. */
public final class ValueSchema {
    private final Schema schema;
    private final SchemaWords words;

    private ValueSchema(Schema schema, SchemaWords words) {
        this.schema = schema;
        this.words = words;
    }

    /**
     * @throws IllegalArgumentException when it can't be used: a pattern that is none, a reference
     *     to another document; says why
     */
    public static ValueSchema of(Json.Obj schema) {
        return of(schema, Map.of());
    }

    static ValueSchema of(Json schema, Map<String, String> patterns) {
        try {
            Schema compiled =
                    SchemaRegistry.withDefaultDialect(
                                    SpecificationVersion.DRAFT_2020_12,
                                    registry ->
                                            registry.schemaLoader(
                                                    loader -> loader.fetchRemoteResources(false)))
                            .getSchema(JsonWriter.compact(schema), InputFormat.JSON);
            return new ValueSchema(compiled, new SchemaWords(schema, patterns));
        } catch (SchemaException e) {
            throw unusable(e);
        }
    }

    /** What doesn't fit, as {@code path: what is wrong}; empty when the value fits. */
    public List<String> mistakes(Json value) {
        return check(value).stream()
                .map(mistake ->
                        mistake.path().isEmpty()
                                ? mistake.message()
                                : String.join(".", mistake.path()) + ": " + mistake.message())
                .toList();
    }

    List<SchemaMistake> check(Json value) {
        try {
            return SchemaErrors.of(schema, value, words);
        } catch (SchemaException e) {
            throw unusable(e);
        }
    }

    private static IllegalArgumentException unusable(SchemaException e) {
        return new IllegalArgumentException(String.valueOf(e.getMessage()), e);
    }
}
