package dev.arcrun.engine.schedule;

import dev.arcrun.engine.value.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a node. RECIPE.md, section 8.
 *
 * @param startedMs milliseconds since the run began
 * @param output the whole result, or null while it runs
 * @param unresolved references that were left out
 */
public record TraceEntry(
        CallKey key,
        String part,
        Status status,
        int attempt,
        long startedMs,
        long durationMs,
        @Nullable Json input,
        @Nullable Json output,
        @Nullable String error,
        @Nullable String errorCode,
        List<String> unresolved) {

    /** Handled: failed, and an edge was taken. */
    public enum Status {
        RUNNING,
        SUCCEEDED,
        FAILED,
        SKIPPED,
        HANDLED,
        WAITING
    }

    public TraceEntry {
        unresolved = List.copyOf(unresolved);
    }
}
