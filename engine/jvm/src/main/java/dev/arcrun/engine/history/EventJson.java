package dev.arcrun.engine.history;

import dev.arcrun.engine.schedule.CallKey;
import dev.arcrun.engine.schedule.Event;
import dev.arcrun.engine.value.Json;
import java.util.List;

/** Events of a run as stored JSON. */
final class EventJson {
    private EventJson() {}

    static Json.Obj write(Event event) {
        return switch (event) {
            case Event.Started(long at) -> event("started", at);
            case Event.CallFinished(long at, CallKey key, int attempt, Json result) ->
                    call(event("call_finished", at), key, attempt).with("result", result);
            case Event.TimerFired(long at, CallKey key, int attempt) ->
                    call(event("timer_fired", at), key, attempt);
            case Event.Resumed(long at, String taskId, Json result) ->
                    event("resumed", at).with("task_id", Json.of(taskId)).with("result", result);
            case Event.Cancelled(long at) -> event("cancelled", at);
        };
    }

    /**
     * @throws IllegalArgumentException when the JSON is no event
     */
    static Event read(Json.Obj json) {
        long at = (long) number(json, "at_ms");
        return switch (text(json, "event")) {
            case "started" -> new Event.Started(at);
            case "call_finished" ->
                    new Event.CallFinished(
                            at, key(json), (int) number(json, "attempt"), member(json, "result"));
            case "timer_fired" ->
                    new Event.TimerFired(at, key(json), (int) number(json, "attempt"));
            case "resumed" -> new Event.Resumed(at, text(json, "task_id"), member(json, "result"));
            case "cancelled" -> new Event.Cancelled(at);
            default ->
                    throw new IllegalArgumentException("no event of a run: " + text(json, "event"));
        };
    }

    private static Json.Obj event(String name, long at) {
        return Json.object("event", Json.of(name), "at_ms", Json.of((double) at));
    }

    private static Json.Obj call(Json.Obj event, CallKey key, int attempt) {
        return event.with("node", Json.of(key.node()))
                .with(
                        "iteration",
                        Json.array(key.iteration().stream().map(i -> Json.of((double) i)).toList()))
                .with("attempt", Json.of((double) attempt));
    }

    private static CallKey key(Json.Obj json) {
        if (!(member(json, "iteration") instanceof Json.Arr(List<Json> indices))) {
            throw new IllegalArgumentException("iteration is no list");
        }
        return new CallKey(
                text(json, "node"),
                indices.stream()
                        .map(index -> {
                            if (index instanceof Json.Num(double number)) {
                                return (int) number;
                            }
                            throw new IllegalArgumentException("an iteration is no number");
                        })
                        .toList());
    }

    private static Json member(Json.Obj json, String name) {
        Json value = json.get(name);
        if (value == null) {
            throw new IllegalArgumentException("an event lacks " + name);
        }
        return value;
    }

    private static String text(Json.Obj json, String name) {
        if (member(json, name) instanceof Json.Str(String text)) {
            return text;
        }
        throw new IllegalArgumentException(name + " is no text");
    }

    private static double number(Json.Obj json, String name) {
        if (member(json, name) instanceof Json.Num(double number)) {
            return number;
        }
        throw new IllegalArgumentException(name + " is no number");
    }
}
