package dev.arcrun.catalog.contract;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON Schema of contracts, {@code contract.schema.json}. Loaded when first needed. */
public final class ContractSchema {
    private static final String RESOURCE = "/dev/arcrun/catalog/contract.schema.json";

    private ContractSchema() {}

    /** The schema's text, for editors. */
    public static String text() {
        try (InputStream schema = ContractSchema.class.getResourceAsStream(RESOURCE)) {
            if (schema == null) {
                throw new IllegalStateException("this build lacks " + RESOURCE);
            }
            return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What doesn't fit, each place once. */
    static List<SchemaMistake> check(Json contract) {
        Map<List<String>, SchemaMistake> mistakes = new LinkedHashMap<>();
        for (Error error : Loaded.SCHEMA.validate(JsonWriter.compact(contract), InputFormat.JSON)) {
            List<String> path = path(error);
            mistakes.putIfAbsent(path, new SchemaMistake(path, error.getMessage()));
        }
        return List.copyOf(mistakes.values());
    }

    /** Where the mistake is; of a member that must not be there, that member. */
    private static List<String> path(Error error) {
        NodePath location = error.getInstanceLocation();
        List<String> steps = new ArrayList<>();
        for (int i = 0; i < location.getNameCount(); i++) {
            steps.add(String.valueOf(location.getElement(i)));
        }
        if ("additionalProperties".equals(error.getKeyword()) && error.getProperty() != null) {
            steps.add(error.getProperty());
        }
        return steps;
    }

    private static final class Loaded {
        private static final Schema SCHEMA =
                SchemaRegistry.withDefaultDialect(
                                SpecificationVersion.DRAFT_2020_12,
                                registry ->
                                        registry.schemaLoader(
                                                loader -> loader.fetchRemoteResources(false)))
                        .getSchema(text(), InputFormat.JSON);
    }
}
