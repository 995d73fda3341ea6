package dev.arcrun.engine.run;

import dev.arcrun.engine.schedule.TraceEntry;
import dev.arcrun.engine.value.Json;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Run records as both hosts write them. RECIPE.md, section 8. */
public final class RunRecordJson {
    private RunRecordJson() {}

    /** The whole record with its trace. */
    public static Json.Obj of(RunRecord record) {
        Map<String, Json> members = new LinkedHashMap<>(summary(record).members());
        members.put("input", record.input());
        put(members, "data", record.data());
        put(members, "error", text(record.error()));
        put(members, "error_code", text(record.errorCode()));
        put(members, "failed_node", text(record.failedNode()));
        if (record.failedItems() > 0) {
            members.put("failed_items", Json.of(record.failedItems()));
        }
        members.put("trace", Json.array(record.trace().stream().map(RunRecordJson::of).toList()));
        return new Json.Obj(members);
    }

    /** Identity, status and times. */
    public static Json.Obj summary(RunRecord record) {
        return Json.object(
                "run_id", Json.of(record.runId()),
                "recipe", Json.of(record.recipe()),
                "status", Json.of(record.status().label()),
                "started_at", Json.of(record.startedAt().toString()),
                "duration_ms", Json.of(record.durationMs()));
    }

    /** One entry of the trace. */
    public static Json.Obj of(TraceEntry entry) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("node", Json.of(entry.key().node()));
        members.put("part", Json.of(entry.part()));
        members.put("status", Json.of(entry.status().name().toLowerCase(Locale.ROOT)));
        members.put("attempt", Json.of(entry.attempt()));
        if (!entry.key().iteration().isEmpty()) {
            members.put(
                    "iteration",
                    Json.array(entry.key().iteration().stream().map(i -> Json.of((double) i)).toList()));
        }
        members.put("started_ms", Json.of(entry.startedMs()));
        members.put("duration_ms", Json.of(entry.durationMs()));
        put(members, "input", entry.input());
        put(members, "output", entry.output());
        put(members, "error", text(entry.error()));
        put(members, "error_code", text(entry.errorCode()));
        if (!entry.unresolved().isEmpty()) {
            members.put("unresolved", Json.array(entry.unresolved().stream().map(Json::of).toList()));
        }
        return new Json.Obj(members);
    }

    private static @Nullable Json text(@Nullable String value) {
        return value == null ? null : Json.of(value);
    }

    private static void put(Map<String, Json> members, String name, @Nullable Json value) {
        if (value != null) {
            members.put(name, value);
        }
    }
}
