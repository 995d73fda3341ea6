package dev.arcrun.desktop.run;

import dev.arcrun.engine.run.RunRecord;
import org.jspecify.annotations.Nullable;

/**
 * How the last run of the opened recipe went.
 *
 * @param record null when it could not even start
 * @param trouble why it could not, in the user's words, or null
 */
public record RunResult(@Nullable RunRecord record, @Nullable String trouble) {}
