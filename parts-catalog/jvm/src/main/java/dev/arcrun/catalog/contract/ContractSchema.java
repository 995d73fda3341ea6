package dev.arcrun.catalog.contract;

import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The JSON Schema of contracts, {@code contract.schema.json}. Loaded when first needed. */
public final class ContractSchema {
    private static final String RESOURCE = "/dev/arcrun/catalog/contract.schema.json";

    /** What the schema's patterns ask for. */
    private static final Map<String, String> PATTERNS =
            Map.of(
                    "^[a-z][a-z0-9_]*$",
                    "must begin with a small letter and have only small letters, digits and `_`",
                    "^v\\d+$",
                    "must be `v` and a whole number, such as `v1`",
                    "^[A-Z][A-Z0-9_]*$",
                    "must be an error code of capital letters, digits and `_`, such as `NOT_FOUND`",
                    "^[a-z]{2,3}(-[A-Za-z0-9]+)*$",
                    "must be a language such as `en` or `zh-TW`");

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

    /** What doesn't fit, in words for the contract's author. */
    static List<SchemaMistake> check(Json contract) {
        if (!(contract instanceof Json.Obj object)) {
            return List.of(
                    new SchemaMistake(
                            List.of(),
                            "a contract is a map of names and values, such as `canonical_id: greet`."));
        }
        List<SchemaMistake> mistakes = new ArrayList<>();
        for (SchemaMistake mistake : Loaded.SCHEMA.check(contract)) {
            mistakes.addAll(explained(mistake, object));
        }
        return mistakes;
    }

    /** Rules across members, which JSON Schema can only say with conditions. */
    private static List<SchemaMistake> explained(SchemaMistake mistake, Json.Obj contract) {
        if (mistake.path().isEmpty() && mistake.message().equals(SchemaWords.FORBIDDEN)) {
            return List.of("request", "response", "auth").stream()
                    .filter(name -> contract.get(name) != null)
                    .map(name ->
                            new SchemaMistake(
                                    List.of(name),
                                    "only a connector has `" + name + "`: `runtime: connector`."))
                    .toList();
        }
        if (mistake.path().isEmpty() && mistake.message().startsWith("`request`")) {
            return List.of(
                    new SchemaMistake(
                            List.of("runtime"),
                            "a connector needs `request`, the HTTP call it makes."));
        }
        if (mistake.path().equals(List.of("constraints", "no_network_syscall"))
                && contract.get("network") != null
                && mistake.message().startsWith("must be `false`")) {
            return List.of(
                    new SchemaMistake(
                            mistake.path(), "must be false, because the contract has `network`."));
        }
        return List.of(mistake);
    }

    private static final class Loaded {
        private static final ValueSchema SCHEMA = ValueSchema.of(JsonReader.read(text()), PATTERNS);
    }
}
