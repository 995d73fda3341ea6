package dev.arcrun.engine.history;

import dev.arcrun.engine.schedule.Event;
import dev.arcrun.engine.schedule.RunContext;
import java.util.List;

/**
 * All that a run follows from.
 *
 * @param source the recipe's text as it was
 * @param context with a nonce of no use: credentials are not replayed
 */
public record StoredRun(String source, RunContext context, List<Event> events) {
    public StoredRun {
        events = List.copyOf(events);
    }
}
