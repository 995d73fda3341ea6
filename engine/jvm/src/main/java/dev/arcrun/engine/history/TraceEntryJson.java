package dev.arcrun.engine.history;

import dev.arcrun.engine.schedule.CallKey;
import dev.arcrun.engine.schedule.TraceEntry;
import dev.arcrun.engine.value.Json;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads trace entries as {@link dev.arcrun.engine.run.RunRecordJson} writes them. */
final class TraceEntryJson {
    private TraceEntryJson() {}

    static TraceEntry read(Json.Obj json) {
        return new TraceEntry(
                new CallKey(required(json, "node"), indices(json.get("iteration"))),
                required(json, "part"),
                TraceEntry.Status.valueOf(required(json, "status").toUpperCase(Locale.ROOT)),
                (int) number(json, "attempt"),
                (long) number(json, "started_ms"),
                (long) number(json, "duration_ms"),
                json.get("input"),
                json.get("output"),
                text(json, "error"),
                text(json, "error_code"),
                texts(json.get("unresolved")));
    }

    private static List<Integer> indices(@Nullable Json json) {
        return json instanceof Json.Arr(List<Json> items)
                ? items.stream().map(item -> (int) ((Json.Num) item).value()).toList()
                : List.of();
    }

    private static List<String> texts(@Nullable Json json) {
        return json instanceof Json.Arr(List<Json> items)
                ? items.stream().map(item -> ((Json.Str) item).value()).toList()
                : List.of();
    }

    private static String required(Json.Obj json, String name) {
        String text = text(json, name);
        if (text == null) {
            throw new IllegalArgumentException("a trace entry lacks " + name);
        }
        return text;
    }

    private static @Nullable String text(Json.Obj json, String name) {
        return json.get(name) instanceof Json.Str(String text) ? text : null;
    }

    private static double number(Json.Obj json, String name) {
        return json.get(name) instanceof Json.Num(double number) ? number : 0;
    }
}
