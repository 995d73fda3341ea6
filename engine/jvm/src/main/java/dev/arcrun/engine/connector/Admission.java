package dev.arcrun.engine.connector;

import dev.arcrun.engine.value.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What letting in adds to a request.
 *
 * @param headers by name
 * @param body members added to a body that is an object
 * @param path templates of {@code {{auth.NAME}}} in the address
 */
record Admission(Map<String, String> headers, Json.Obj query, Json.Obj body, Json.Obj path) {
    static final Admission NOTHING = headers(Map.of());

    Admission {
        headers = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    static Admission headers(Map<String, String> headers) {
        return new Admission(headers, Json.Obj.EMPTY, Json.Obj.EMPTY, Json.Obj.EMPTY);
    }

    /** Without values. */
    @Override
    public String toString() {
        return "Admission[" + headers.keySet() + "]";
    }
}
