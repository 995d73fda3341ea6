package dev.arcrun.engine.schedule;

import dev.arcrun.engine.part.Component;
import dev.arcrun.engine.value.Json;
import java.util.Map;

/** What the host does for a run. */
public sealed interface Command {
    /**
     * Calls a part.
     *
     * @param attempt from 1
     * @param callId stable for run, node and iteration ({@code _call_id})
     * @param input what the part receives, credentials as placeholders
     * @param credentials the part's credential key to the user's name for it
     */
    record CallPart(
            CallKey key,
            int attempt,
            String callId,
            Component component,
            Json.Obj input,
            Map<String, String> credentials,
            long timeoutMs)
            implements Command {}

    /**
     * Runs another recipe and finishes the call with its result.
     *
     * @param awaited false: the call succeeds at once with the new run's id
     */
    record CallRecipe(
            CallKey key,
            int attempt,
            String callId,
            String recipe,
            Json input,
            boolean awaited,
            long timeoutMs)
            implements Command {}

    /** Waits, before another attempt or as a result asked, then says {@link Event.TimerFired}. */
    record StartTimer(CallKey key, int attempt, long delayMs) implements Command {}

    /** For those who watch: an entry of the trace began, changed or ended. */
    record Traced(TraceEntry entry) implements Command {}

    /** Nothing can go on until a parked node is resumed or has slept long enough. */
    record Wait() implements Command {}

    /** The run is over. Nothing follows. */
    record Finish(Outcome outcome) implements Command {}
}
