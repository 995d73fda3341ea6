package dev.arcrun.engine.schedule;

import dev.arcrun.engine.value.Json;

/**
 * Something that happened to a run. All a run does follows from its events in their order.
 *
 * <p>{@code atMs} is when, in milliseconds since 1970 UTC; it never goes back.
 */
public sealed interface Event {
    long atMs();

    /** The first event of every run. */
    record Started(long atMs) implements Event {}

    /** A command {@link Command.CallPart} or {@link Command.CallRecipe} came to its end. */
    record CallFinished(long atMs, CallKey key, int attempt, Json result) implements Event {}

    /** The wait of a {@link Command.StartTimer} is over. */
    record TimerFired(long atMs, CallKey key, int attempt) implements Event {}

    /** A parked node receives its result. */
    record Resumed(long atMs, String taskId, Json result) implements Event {}

    /** Nothing new starts and the run ends as cancelled, once. */
    record Cancelled(long atMs) implements Event {}
}
