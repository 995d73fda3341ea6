package dev.arcrun.engine.run;

import dev.arcrun.engine.recipe.Recipe;
import dev.arcrun.engine.value.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to run.
 *
 * @param source the recipe's text, kept with the record so that the run can be replayed after the
 *     file changed
 * @param triggeredBy {@code manual}, {@code api}, {@code cron}, {@code webhook}, {@code subflow},
 *     {@code on_failure} or {@code test}
 * @param scheduledAt ISO 8601 time of the schedule that asked for it, or null
 * @param mocks node name to the result it gives without being called
 * @param skipWaits waiting nodes go on at once
 * @param breakpoints where the run stops from its start; {@link Run#breakAt} changes them
 * @param allowedHosts hosts this run may reach besides those that every run may
 */
public record RunRequest(
        Recipe recipe,
        String source,
        Json input,
        String triggeredBy,
        @Nullable String scheduledAt,
        Map<String, Json> mocks,
        boolean skipWaits,
        List<Breakpoint> breakpoints,
        List<String> allowedHosts) {

    public RunRequest {
        allowedHosts = List.copyOf(allowedHosts);
        mocks = Map.copyOf(mocks);
        breakpoints = List.copyOf(breakpoints);
    }

    /** {@link #triggeredBy} of a saved run that is run as a test. */
    public static final String TEST = "test";

    /** As a test: nobody is told of a failure. */
    public RunRequest asTest() {
        return new RunRequest(
                recipe,
                source,
                input,
                TEST,
                scheduledAt,
                mocks,
                skipWaits,
                breakpoints,
                allowedHosts);
    }

    public static RunRequest manual(Recipe recipe, String source, Json input) {
        return new RunRequest(
                recipe, source, input, "manual", null, Map.of(), false, List.of(), List.of());
    }

    public RunRequest withMocks(Map<String, Json> given) {
        return new RunRequest(
                recipe,
                source,
                input,
                triggeredBy,
                scheduledAt,
                given,
                skipWaits,
                breakpoints,
                allowedHosts);
    }

    public RunRequest skippingWaits(boolean skip) {
        return new RunRequest(
                recipe,
                source,
                input,
                triggeredBy,
                scheduledAt,
                mocks,
                skip,
                breakpoints,
                allowedHosts);
    }

    public RunRequest stoppingAt(List<Breakpoint> points) {
        return new RunRequest(
                recipe,
                source,
                input,
                triggeredBy,
                scheduledAt,
                mocks,
                skipWaits,
                points,
                allowedHosts);
    }

    public RunRequest allowing(List<String> hosts) {
        return new RunRequest(
                recipe,
                source,
                input,
                triggeredBy,
                scheduledAt,
                mocks,
                skipWaits,
                breakpoints,
                hosts);
    }

    /** Another recipe that this one asks for: it may do what this one may. */
    RunRequest called(RecipeSource.Found found, Json given, String trigger) {
        return new RunRequest(
                found.recipe(),
                found.source(),
                given,
                trigger,
                null,
                Map.of(),
                skipWaits,
                List.of(),
                allowedHosts);
    }
}
