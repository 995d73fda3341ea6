package dev.arcrun.engine.run;

import dev.arcrun.engine.schedule.Outcome;
import dev.arcrun.engine.schedule.TraceEntry;
import dev.arcrun.engine.value.Json;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a run was. RECIPE.md, section 8.
 *
 * @param data the run result; null unless it succeeded
 * @param failedItems how many items of loops ended with a failure that nothing handled
 * @param durationMs from start to end, or to now while it runs
 */
public record RunRecord(
        String runId,
        String recipe,
        Status status,
        Instant startedAt,
        long durationMs,
        Json input,
        @Nullable Json data,
        @Nullable String error,
        @Nullable String errorCode,
        @Nullable String failedNode,
        int failedItems,
        List<TraceEntry> trace) {

    /** Lost: its process ended before the run did. */
    public enum Status {
        RUNNING,
        WAITING,
        SUCCEEDED,
        FAILED,
        CANCELLED,
        LOST;

        /** As records spell it: {@code succeeded}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether nothing more will happen. */
        public boolean ended() {
            return this != RUNNING && this != WAITING;
        }
    }

    public RunRecord {
        trace = List.copyOf(trace);
    }

    /**
     * How the run ended, for the node of another run that called it.
     *
     * @throws IllegalStateException when it hasn't ended
     */
    Outcome outcome() {
        Outcome.Status ended =
                switch (status) {
                    case SUCCEEDED -> Outcome.Status.SUCCEEDED;
                    case FAILED, LOST -> Outcome.Status.FAILED;
                    case CANCELLED -> Outcome.Status.CANCELLED;
                    case RUNNING, WAITING ->
                            throw new IllegalStateException("the run " + runId + " goes on");
                };
        return new Outcome(ended, data, error, errorCode, failedNode, failedItems, trace);
    }
}
