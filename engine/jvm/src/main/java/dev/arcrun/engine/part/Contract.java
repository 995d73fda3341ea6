package dev.arcrun.engine.part;

import dev.arcrun.engine.value.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The facets of a part's contract that a run depends on. PART.md, contract.yaml.
 *
 * @param id canonical id
 * @param runtime what runs it
 * @param inputSchema JSON Schema 2020-12 of its parameters
 * @param required parameters without which it can't run
 * @param fromScope input properties filled from the scope when no parameter sets them
 * @param verbatim input properties taken as written, without templates
 * @param credentials what it needs to be let in somewhere
 * @param failureInData an object with {@code success: false} in {@code data} is a failure
 * @param storage has a small key-value store of its own
 * @param hosts network hosts it talks to; empty and {@code network}: those of its parameters
 * @param network may call the network at all
 * @param deprecated why it should not be used any more, or null
 */
public record Contract(
        String id,
        Runtime runtime,
        Json.Obj inputSchema,
        Json.@Nullable Obj outputSchema,
        Set<String> required,
        List<String> fromScope,
        Set<String> verbatim,
        List<CredentialNeed> credentials,
        boolean failureInData,
        boolean storage,
        boolean network,
        List<String> hosts,
        @Nullable Deprecation deprecated) {

    public enum Runtime {
        WASM,
        CONNECTOR,
        TRIGGER
    }

    /**
     * @param injectAs the input field that receives the value itself, or null: only requests get it
     */
    public record CredentialNeed(
            String key, String label, @Nullable String injectAs, boolean optional) {}

    /**
     * That a part should not be used any more.
     *
     * @param message why, and what to do, by language tag; English is there
     * @param use the part to use instead, or null
     */
    public record Deprecation(Map<String, String> message, @Nullable String use) {
        public Deprecation {
            message = Map.copyOf(message);
        }
    }

    /** Of a part that may be used. */
    public Contract(
            String id,
            Runtime runtime,
            Json.Obj inputSchema,
            Json.@Nullable Obj outputSchema,
            Set<String> required,
            List<String> fromScope,
            Set<String> verbatim,
            List<CredentialNeed> credentials,
            boolean failureInData,
            boolean storage,
            boolean network,
            List<String> hosts) {
        this(
                id,
                runtime,
                inputSchema,
                outputSchema,
                required,
                fromScope,
                verbatim,
                credentials,
                failureInData,
                storage,
                network,
                hosts,
                null);
    }

    public Contract {
        required = Set.copyOf(required);
        fromScope = List.copyOf(fromScope);
        verbatim = Set.copyOf(verbatim);
        credentials = List.copyOf(credentials);
        hosts = List.copyOf(hosts);
    }
}
