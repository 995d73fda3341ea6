package dev.arcrun.desktop.run;

import dev.arcrun.engine.schedule.TraceEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Carries updates from the threads of a run to the FX thread in batches: a loop of thousands of
 * calls costs a few turns of the FX thread, not thousands.
 */
final class EntryFeed implements Consumer<TraceEntry> {
    private final Executor ui;
    private final Consumer<List<TraceEntry>> batches;
    private List<TraceEntry> waiting = new ArrayList<>();

    EntryFeed(Executor ui, Consumer<List<TraceEntry>> batches) {
        this.ui = ui;
        this.batches = batches;
    }

    @Override
    public void accept(TraceEntry entry) {
        boolean first;
        synchronized (this) {
            first = waiting.isEmpty();
            waiting.add(entry);
        }
        if (first) {
            ui.execute(this::deliver);
        }
    }

    private void deliver() {
        List<TraceEntry> batch;
        synchronized (this) {
            batch = waiting;
            waiting = new ArrayList<>();
        }
        batches.accept(batch);
    }
}
