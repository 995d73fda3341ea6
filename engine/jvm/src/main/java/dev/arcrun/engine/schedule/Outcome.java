package dev.arcrun.engine.schedule;

import dev.arcrun.engine.value.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a run ended.
 *
 * @param data the run result, null unless it succeeded
 * @param failedItems how many items of loops ended with a failure that nothing handled
 * @param trace in topological order, iterations ascending
 */
public record Outcome(
        Status status,
        @Nullable Json data,
        @Nullable String error,
        @Nullable String errorCode,
        @Nullable String failedNode,
        int failedItems,
        List<TraceEntry> trace) {

    public enum Status {
        SUCCEEDED,
        FAILED,
        CANCELLED
    }

    public Outcome {
        trace = List.copyOf(trace);
    }
}
