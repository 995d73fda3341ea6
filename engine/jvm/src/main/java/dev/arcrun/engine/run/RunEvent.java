package dev.arcrun.engine.run;

import dev.arcrun.engine.schedule.CallKey;
import dev.arcrun.engine.schedule.TraceEntry;
import dev.arcrun.engine.value.Json;
import java.time.Instant;
import java.util.List;

/** What those who watch a run are told, in order, on the run's own thread. */
public sealed interface RunEvent {
    String runId();

    record Began(String runId, String recipe, Instant at, Json input) implements RunEvent {}

    /** An entry of the trace began, changed or ended. */
    record NodeChanged(String runId, TraceEntry entry) implements RunEvent {}

    /** A call came back with a log or with host calls. */
    record CallReported(String runId, CallKey key, int attempt, CallReport report)
            implements RunEvent {}

    /** A call waits for {@link Run#proceed} at a breakpoint or because the run is paused. */
    record Held(String runId, CallKey key, int attempt, Json.Obj input) implements RunEvent {}

    /** Nothing can go on until one of these tasks is resumed. */
    record Waiting(String runId, List<String> taskIds) implements RunEvent {
        public Waiting {
            taskIds = List.copyOf(taskIds);
        }
    }

    record Ended(String runId, RunRecord record) implements RunEvent {}
}
