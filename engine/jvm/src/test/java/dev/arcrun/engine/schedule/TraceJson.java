package dev.arcrun.engine.schedule;

import dev.arcrun.engine.value.Json;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** An entry of the trace without its times, as RECIPE.md, section 8 writes it. */
final class TraceJson {
    private TraceJson() {}

    static Json.Obj of(TraceEntry entry) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("node", Json.of(entry.key().node()));
        members.put("part", Json.of(entry.part()));
        members.put("status", Json.of(entry.status().name().toLowerCase(Locale.ROOT)));
        members.put("attempt", Json.of(entry.attempt()));
        if (!entry.key().iteration().isEmpty()) {
            members.put(
                    "iteration",
                    Json.array(entry.key().iteration().stream().map(i -> Json.of(i)).toList()));
        }
        if (entry.input() != null) {
            members.put("input", entry.input());
        }
        if (entry.output() != null) {
            members.put("output", entry.output());
        }
        if (entry.error() != null) {
            members.put("error", Json.of(entry.error()));
            members.put("error_code", Json.of(entry.errorCode()));
        }
        if (!entry.unresolved().isEmpty()) {
            members.put(
                    "unresolved", Json.array(entry.unresolved().stream().map(Json::of).toList()));
        }
        return new Json.Obj(members);
    }
}
