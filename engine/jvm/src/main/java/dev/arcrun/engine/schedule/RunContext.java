package dev.arcrun.engine.schedule;

import dev.arcrun.engine.value.Json;
import org.jspecify.annotations.Nullable;

/**
 * What a run is told about itself.
 *
 * @param triggeredBy {@code manual}, {@code api}, {@code cron}, {@code webhook}, {@code subflow}
 * @param scheduledAt ISO 8601 time of the schedule that started it, or null
 * @param nonce unguessable text that marks this run's credential placeholders, so that no input can
 *     forge one
 */
public record RunContext(
        String runId,
        Json input,
        String triggeredBy,
        @Nullable String scheduledAt,
        String nonce,
        int depth) {}
