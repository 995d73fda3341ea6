package dev.arcrun.engine.run;

import dev.arcrun.engine.part.Components;
import dev.arcrun.engine.recipe.Recipe;
import dev.arcrun.engine.schedule.Command;
import dev.arcrun.engine.schedule.Event;
import dev.arcrun.engine.schedule.Outcome;
import dev.arcrun.engine.schedule.RunContext;
import dev.arcrun.engine.schedule.Schedule;
import dev.arcrun.engine.schedule.TraceEntry;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Goes through a run again from its events alone. Calls nothing, waits for nothing. */
public final class RunReplay {
    private RunReplay() {}

    /**
     * The record the events lead to; without an end among them, a running one with what is known so
     * far.
     */
    public static RunRecord of(
            Recipe recipe,
            Components components,
            RunContext context,
            List<Event> events,
            Instant startedAt) {
        var mask = new PlaceholderMask(context.nonce());
        var schedule =
                new Schedule(
                        recipe, AnsweredComponents.of(components, recipe, called(events)), context);
        Map<Object, TraceEntry> seen = new LinkedHashMap<>();
        @Nullable Outcome outcome = null;
        long lastMs = startedAt.toEpochMilli();
        for (Event event : events) {
            lastMs = Math.max(lastMs, event.atMs());
            for (Command command : schedule.on(event)) {
                switch (command) {
                    case Command.Traced(TraceEntry entry) ->
                            seen.put(List.of(entry.key(), entry.attempt()), mask.of(entry));
                    case Command.Finish(Outcome end) -> outcome = end;
                    case Command.CallPart _,
                            Command.CallRecipe _,
                            Command.StartTimer _,
                            Command.Wait _ -> {}
                }
            }
        }
        return new RunRecord(
                context.runId(),
                recipe.name(),
                outcome == null ? RunRecord.Status.RUNNING : status(outcome.status()),
                startedAt,
                lastMs - startedAt.toEpochMilli(),
                context.input(),
                outcome == null ? null : mask.nullable(outcome.data()),
                outcome == null || outcome.error() == null ? null : mask.of(outcome.error()),
                outcome == null ? null : outcome.errorCode(),
                outcome == null ? null : outcome.failedNode(),
                outcome == null ? 0 : outcome.failedItems(),
                outcome == null
                        ? List.copyOf(seen.values())
                        : outcome.trace().stream().map(mask::of).toList());
    }

    private static Set<String> called(List<Event> events) {
        return events.stream()
                .filter(Event.CallFinished.class::isInstance)
                .map(event -> ((Event.CallFinished) event).key().node())
                .collect(Collectors.toSet());
    }

    private static RunRecord.Status status(Outcome.Status status) {
        return switch (status) {
            case SUCCEEDED -> RunRecord.Status.SUCCEEDED;
            case FAILED -> RunRecord.Status.FAILED;
            case CANCELLED -> RunRecord.Status.CANCELLED;
        };
    }
}
