package dev.arcrun.engine.validate;

import dev.arcrun.engine.part.Component;
import dev.arcrun.engine.part.Components;
import dev.arcrun.engine.part.Contract;
import dev.arcrun.engine.part.Contract.CredentialNeed;
import dev.arcrun.engine.template.Names;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A small catalog with the contracts in {@code parts.json}. */
final class TestParts implements Components {
    static final TestParts CATALOG = new TestParts();

    private final Map<String, Contract> contracts = new LinkedHashMap<>();

    private TestParts() {
        ((Json.Obj) read())
                .members()
                .forEach((id, it) -> contracts.put(id, contract(id, (Json.Obj) it)));
    }

    @Override
    public Component resolve(String name) {
        if (name.equals("trigger_workflow")) {
            return new Component.Workflow();
        }
        if (name.startsWith("https://")) {
            return new Component.Url(name);
        }
        if (name.equals("own_part")) {
            return new Component.Part(name, null);
        }
        Contract contract = contracts.get(name);
        return contract == null
                ? new Component.Unknown(name, Names.nearest(name, contracts.keySet(), 3))
                : new Component.Part(name, contract);
    }

    private static Json read() {
        try (InputStream in = TestParts.class.getResourceAsStream("parts.json")) {
            return JsonReader.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Contract contract(String id, Json.Obj text) {
        Json.Obj input = schema(text, "input_schema");
        List<String> fromScope = new ArrayList<>();
        Set<String> verbatim = new LinkedHashSet<>();
        Schemas.properties(input)
                .forEach((name, schema) -> {
                    if (((Json.Obj) schema).get("from_scope") != null) {
                        fromScope.add(name);
                    }
                    if (Json.FALSE.equals(((Json.Obj) schema).get("template"))) {
                        verbatim.add(name);
                    }
                });
        boolean connector = text.get("runtime") != null;
        return new Contract(
                id,
                connector ? Contract.Runtime.CONNECTOR : Contract.Runtime.WASM,
                input,
                schema(text, "output_schema"),
                new LinkedHashSet<>(Schemas.strings(input, "required")),
                fromScope,
                verbatim,
                credentials(text),
                id.equals("code"),
                false,
                connector || text.get("network") != null,
                Schemas.strings(text, "hosts"),
                text.get("deprecated") instanceof Json.Obj it ? deprecation(it) : null);
    }

    private static Contract.Deprecation deprecation(Json.Obj text) {
        Map<String, String> message = new LinkedHashMap<>();
        schema(text, "message")
                .members()
                .forEach((language, words) -> message.put(language, ((Json.Str) words).value()));
        return new Contract.Deprecation(
                message, text.get("use") instanceof Json.Str(String use) ? use : null);
    }

    private static Json.Obj schema(Json.Obj contract, String name) {
        return contract.get(name) instanceof Json.Obj schema ? schema : Json.Obj.EMPTY;
    }

    private static List<CredentialNeed> credentials(Json.Obj text) {
        List<CredentialNeed> needs = new ArrayList<>();
        for (String key : Schemas.strings(text, "credentials")) {
            needs.add(new CredentialNeed(key, "the " + key.replace('_', ' '), null, false));
        }
        return needs;
    }
}
