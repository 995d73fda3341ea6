package dev.arcrun.cli;

import dev.arcrun.engine.run.RunEvent;
import dev.arcrun.engine.run.RunRecord;
import dev.arcrun.engine.run.RunRecordJson;
import dev.arcrun.engine.schedule.TraceEntry;
import dev.arcrun.engine.value.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happens in a run as the JSON of {@code --events}: one object a line, its kind in {@code
 * event}.
 */
final class EventLines {
    private EventLines() {}

    static Json.Obj json(RunEvent event) {
        return switch (event) {
            case RunEvent.Began began ->
                    Json.object(
                            "event", Json.of("began"),
                            "run_id", Json.of(began.runId()),
                            "recipe", Json.of(began.recipe()),
                            "started_at", Json.of(began.at().toString()),
                            "input", began.input());
            case RunEvent.NodeChanged changed ->
                    prefixed("node", RunRecordJson.of(changed.entry()));
            case RunEvent.CallReported reported ->
                    Json.object(
                            "event", Json.of("report"),
                            "call", Json.of(reported.key().toString()),
                            "attempt", Json.of(reported.attempt()),
                            "log", Json.of(reported.report().log()),
                            "host_calls", Json.array(reported.report().hostCalls()),
                            "computing_ms", Json.of((double) reported.report().computingMs()),
                            "memory_bytes", Json.of((double) reported.report().memoryBytes()));
            case RunEvent.Held held ->
                    Json.object(
                            "event", Json.of("held"),
                            "call", Json.of(held.key().toString()),
                            "input", held.input());
            case RunEvent.Waiting waiting ->
                    Json.object(
                            "event", Json.of("waiting"),
                            "task_ids",
                                    Json.array(waiting.taskIds().stream().map(Json::of).toList()));
            case RunEvent.Ended ended -> prefixed("ended", end(ended.record()));
        };
    }

    /** Identity, status, times, and the result or the failure. */
    static Json.Obj end(RunRecord record) {
        Json.Obj summary = RunRecordJson.summary(record);
        return record.data() != null
                ? summary.with("data", record.data())
                : join(summary, failure(record));
    }

    /** The failure of a run that did not succeed. */
    static Json.Obj failure(RunRecord record) {
        var members = new LinkedHashMap<String, Json>();
        members.put("success", Json.FALSE);
        members.put("error", Json.of(sentence(record)));
        members.put(
                "error_code",
                Json.of(record.errorCode() == null ? record.status().name() : record.errorCode()));
        if (record.failedNode() != null) {
            members.put("failed_node", Json.of(record.failedNode()));
        }
        String hint = hint(record);
        if (hint != null) {
            members.put("hint", Json.of(hint));
        }
        members.put("run_id", Json.of(record.runId()));
        return new Json.Obj(members);
    }

    /** What the failed node says can be done about it, or null. */
    static @Nullable String hint(RunRecord record) {
        return record.trace().stream()
                .filter(entry -> entry.key().node().equals(record.failedNode()))
                .map(TraceEntry::output)
                .filter(Json.Obj.class::isInstance)
                .map(output -> ((Json.Obj) output).get("hint"))
                .filter(Json.Str.class::isInstance)
                .map(hint -> ((Json.Str) hint).value())
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    static String sentence(RunRecord record) {
        if (record.status() == RunRecord.Status.CANCELLED) {
            return "The run was cancelled.";
        }
        return record.error() == null ? "The run " + record.status().label() + "." : record.error();
    }

    private static Json.Obj prefixed(String event, Json.Obj body) {
        return join(Json.object("event", Json.of(event)), body);
    }

    private static Json.Obj join(Json.Obj first, Json.Obj second) {
        Map<String, Json> members = new LinkedHashMap<>(first.members());
        members.putAll(second.members());
        return new Json.Obj(members);
    }
}
