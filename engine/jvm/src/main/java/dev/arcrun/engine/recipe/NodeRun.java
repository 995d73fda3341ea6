package dev.arcrun.engine.recipe;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a node runs: the {@code run:} block of its config.
 *
 * @param timeoutMs wall time of one call in milliseconds
 * @param optional true: a failure is recorded and the run goes on
 * @param concurrency iterations of a loop at once
 * @param each path of the list a FOREACH edge into this node walks, as written, or null
 */
public record NodeRun(
        long timeoutMs,
        @Nullable Retry retry,
        boolean optional,
        int concurrency,
        @Nullable String each) {
    public static final long DEFAULT_TIMEOUT_MS = 30_000;
    public static final NodeRun DEFAULT = new NodeRun(DEFAULT_TIMEOUT_MS, null, false, 1, null);

    /**
     * Calls a failed node again.
     *
     * @param attempts calls in all, the first included
     * @param delayMs wait before the second call, in milliseconds
     * @param factor by which each further wait grows
     * @param on error codes that are tried again; empty: all
     */
    public record Retry(int attempts, long delayMs, double factor, List<String> on) {
        public Retry {
            on = List.copyOf(on);
        }
    }
}
