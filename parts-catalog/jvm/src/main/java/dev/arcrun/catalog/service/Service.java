package dev.arcrun.catalog.service;

import dev.arcrun.engine.value.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A service's specification, as far as connectors use it.
 *
 * @param name for people
 * @param sources where it was read
 * @param operations its calls by name
 */
public record Service(String name, List<Source> sources, Map<String, Operation> operations) {
    public Service {
        sources = List.copyOf(sources);
        operations = Map.copyOf(operations);
    }

    /**
     * A document of the service.
     *
     * @param read the day it was read, {@code 2026-11-22}
     * @param version of the document, or empty
     */
    public record Source(String url, String read, String version) {}

    /**
     * A call of the service. What is null isn't allowed.
     *
     * @param source where it is described
     * @param url with {@code {name}} for a part of the path or host, {@code {+name}} for several
     *     segments
     * @param path JSON Schema of each such part
     * @param query JSON Schema of the query, an object of texts and, where a name repeats, lists
     * @param requiredHeaders regular expressions by name in lower case
     * @param answers by name, which starts with the status
     */
    public record Operation(
            String name,
            String source,
            String method,
            String url,
            Map<String, Json.Obj> path,
            Json.@Nullable Obj query,
            Map<String, String> requiredHeaders,
            @Nullable Body body,
            Map<String, Answer> answers) {
        public Operation {
            path = Map.copyOf(path);
            requiredHeaders = Map.copyOf(requiredHeaders);
            answers = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(answers));
        }

        /** The first answer with a status of 2xx, or null. */
        public @Nullable Answer success() {
            return answers.values().stream()
                    .filter(it -> it.status() >= 200 && it.status() < 300)
                    .findFirst()
                    .orElse(null);
        }
    }

    /** What a call sends. */
    public record Body(String contentType, Json.Obj schema) {}

    /**
     * A documented answer.
     *
     * @param body null for none; a text is sent as it is, else JSON
     */
    public record Answer(int status, Map<String, String> headers, @Nullable Json body) {
        public Answer {
            headers = Map.copyOf(headers);
        }
    }
}
