package dev.arcrun.engine.schedule;

import dev.arcrun.engine.recipe.NodeRun;
import org.jspecify.annotations.Nullable;

/**
 * When a failed call is made again. RECIPE.md, section 5. A recipe that calls itself would be tried
 * again on every level, and no try could end otherwise.
 */
final class RetryRule {
    /** No wait is longer: a day. */
    static final double LONGEST_DELAY_MS = 86_400_000;

    private RetryRule() {}

    static boolean applies(
            NodeRun.@Nullable Retry retry, int attempt, ResultRules.Failure failure) {
        return retry != null
                && attempt < retry.attempts()
                && !failure.code().equals(Failures.DEPTH_LIMIT)
                && (retry.on().isEmpty() || retry.on().contains(failure.code()));
    }

    /**
     * The wait before the call after {@code attempt}, in milliseconds: {@code delay_ms}, then each
     * time {@code factor} longer, multiplied step by step so that both hosts round alike.
     */
    static long delayMs(NodeRun.Retry retry, int attempt) {
        double delay = Math.max(0, retry.delayMs());
        for (int i = 1; i < attempt && delay < LONGEST_DELAY_MS; i++) {
            delay *= retry.factor();
        }
        return (long) Math.max(0, Math.min(delay, LONGEST_DELAY_MS));
    }
}
