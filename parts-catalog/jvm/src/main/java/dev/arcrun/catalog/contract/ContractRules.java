package dev.arcrun.catalog.contract;

import dev.arcrun.engine.part.Contract;
import dev.arcrun.engine.value.Json;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a contract must keep to that its schema can't say. */
final class ContractRules {
    private final PartDescription part;
    private final List<SchemaMistake> mistakes = new ArrayList<>();

    private ContractRules(PartDescription part) {
        this.part = part;
    }

    static List<SchemaMistake> check(PartDescription part) {
        List<SchemaMistake> unusable = new ArrayList<>();
        for (String name : List.of("input_schema", "output_schema")) {
            if (part.json().get(name) instanceof Json.Obj schema) {
                unusable.addAll(SchemaRules.check(schema, name));
            }
        }
        if (!unusable.isEmpty()) {
            return unusable;
        }
        var rules = new ContractRules(part);
        rules.required();
        rules.credentials();
        rules.example();
        rules.defaults();
        rules.outputSchema();
        rules.addresses();
        if (part.contract().runtime() == Contract.Runtime.CONNECTOR) {
            rules.mistakes.addAll(ConnectorContract.check(part));
        }
        return rules.mistakes;
    }

    private void add(List<String> path, String message) {
        mistakes.add(new SchemaMistake(path, message));
    }

    private void required() {
        Json.Obj properties = new Members(part.contract().inputSchema()).object("properties");
        for (String name : part.contract().required()) {
            if (properties.get(name) == null) {
                add(
                        List.of("input_schema", "required"),
                        "`" + name + "` is required, but `properties` doesn't describe it.");
            }
        }
    }

    private void credentials() {
        List<String> keys = new ArrayList<>();
        List<Contract.CredentialNeed> needs = part.contract().credentials();
        for (int i = 0; i < needs.size(); i++) {
            String key = needs.get(i).key();
            if (keys.contains(key)) {
                add(
                        List.of("credentials_required", String.valueOf(i), "key"),
                        "two credentials have the key `" + key + "`.");
            }
            keys.add(key);
        }
    }

    private void example() {
        try {
            for (SchemaMistake mistake :
                    ValueSchema.of(part.contract().inputSchema()).check(part.configExample())) {
                List<String> path = new ArrayList<>(List.of("config_example"));
                path.addAll(mistake.path());
                add(path, "the example doesn't fit `input_schema`: " + mistake.message());
            }
        } catch (IllegalArgumentException e) {
            add(List.of("input_schema"), unusable(e));
        }
    }

    private void defaults() {
        Json.Obj properties = new Members(part.contract().inputSchema()).object("properties");
        properties
                .members()
                .forEach((name, property) -> {
                    if (property instanceof Json.Obj schema
                            && schema.get("default") instanceof Json preset) {
                        fits(name, schema, preset);
                    }
                });
    }

    private void fits(String name, Json.Obj schema, Json preset) {
        List<String> path = List.of("input_schema", "properties", name, "default");
        try {
            for (String mistake : ValueSchema.of(schema).mistakes(preset)) {
                add(path, "the default doesn't fit its own schema: " + mistake);
            }
        } catch (IllegalArgumentException e) {
            // The schema refers to another part of the whole, or example() has told it.
            return;
        }
    }

    private void outputSchema() {
        Json.Obj output = part.contract().outputSchema();
        if (output != null) {
            try {
                ValueSchema.of(output).check(Json.Obj.EMPTY);
            } catch (IllegalArgumentException e) {
                add(List.of("output_schema"), unusable(e));
            }
        }
    }

    private static String unusable(IllegalArgumentException e) {
        return "this JSON Schema can't be used: " + e.getMessage() + ".";
    }

    private void addresses() {
        address(List.of("documentation_url"), part.documentationUrl());
        List<Json.Obj> needs = new Members(part.json()).objects("credentials_required");
        for (int i = 0; i < needs.size(); i++) {
            address(
                    List.of("credentials_required", String.valueOf(i), "help_url"),
                    new Members(needs.get(i)).textOrNull("help_url"));
        }
    }

    private void address(List<String> path, @Nullable String text) {
        if (text != null && !isWebAddress(text)) {
            add(path, "`" + text + "` is no web address; write https://….");
        }
    }

    private static boolean isWebAddress(String text) {
        try {
            URI address = new URI(text);
            return address.getHost() != null
                    && List.of("https", "http").contains(address.getScheme());
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
