package dev.arcrun.desktop.run;

import dev.arcrun.engine.schedule.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * How the last run of the opened recipe went.
 *
 * @param outcome null when it could not even start
 * @param trouble why it could not, in the user's words, or null
 * @param durationMs in milliseconds
 */
public record RunResult(
        @Nullable Outcome outcome, @Nullable String trouble, long durationMs) {}
