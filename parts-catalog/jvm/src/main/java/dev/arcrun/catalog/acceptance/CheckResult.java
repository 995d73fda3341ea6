package dev.arcrun.catalog.acceptance;

import dev.arcrun.engine.value.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one check found.
 *
 * @param name of the check, {@code size_check}
 * @param figure what was measured or counted, with its unit
 * @param limit what it is held against, or null
 * @param message what is wrong and what to do, or null where it passed
 */
public record CheckResult(
        String name,
        boolean passed,
        String figure,
        @Nullable String limit,
        @Nullable String message) {

    static CheckResult passed(String name, String figure, @Nullable String limit) {
        return new CheckResult(name, true, figure, limit, null);
    }

    static CheckResult failed(String name, String figure, @Nullable String limit, String message) {
        return new CheckResult(name, false, figure, limit, message);
    }

    Json json() {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("name", Json.of(name));
        members.put("passed", Json.of(passed));
        members.put("figure", Json.of(figure));
        if (limit != null) {
            members.put("limit", Json.of(limit));
        }
        if (message != null) {
            members.put("message", Json.of(message));
        }
        return new Json.Obj(members);
    }
}
