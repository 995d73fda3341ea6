package dev.arcrun.engine.run;

import dev.arcrun.engine.schedule.CallKey;
import dev.arcrun.engine.schedule.Event;
import dev.arcrun.engine.schedule.RunContext;
import java.time.Instant;

/** Keeps what happens in runs. Called on the runs' own threads, in order for each run. */
public interface RunRecorder {
    void began(RunContext context, RunRequest request, Instant at);

    void happened(String runId, Event event);

    void reported(String runId, CallKey key, int attempt, CallReport report);

    /** When it returns the record is safe. */
    void ended(RunRecord record);

    /** Keeps nothing. */
    RunRecorder NONE =
            new RunRecorder() {
                @Override
                public void began(RunContext context, RunRequest request, Instant at) {}

                @Override
                public void happened(String runId, Event event) {}

                @Override
                public void reported(String runId, CallKey key, int attempt, CallReport report) {}

                @Override
                public void ended(RunRecord record) {}
            };
}
