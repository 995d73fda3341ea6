package dev.arcrun.workspace;

import dev.arcrun.engine.document.RecipeDocument;
import dev.arcrun.engine.history.StoredRun;
import dev.arcrun.engine.run.RunRecord;
import dev.arcrun.engine.run.RunReplay;
import dev.arcrun.engine.run.Runner;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A run gone through again from its recorded events; no part is called.
 *
 * @param difference what came out otherwise than in the run itself, or null
 */
public record Replay(RunRecord record, @Nullable String difference) {
    /** The replay of that run, or null where there is no such run. */
    public static @Nullable Replay of(RecipeEngine engine, String runId) {
        StoredRun stored = engine.history().stored(runId);
        RunRecord run = engine.history().find(runId);
        if (stored == null || run == null) {
            return null;
        }
        RunRecord again =
                RunReplay.of(
                        engine.filled(RecipeDocument.read(stored.source())),
                        engine.components(),
                        stored.context(),
                        stored.events(),
                        run.startedAt());
        return new Replay(again, difference(run, again));
    }

    public boolean same() {
        return difference == null;
    }

    /** What differs; null where nothing does. A lost run has no end to compare with. */
    static @Nullable String difference(RunRecord run, RunRecord again) {
        if (run.status() == RunRecord.Status.LOST) {
            return null;
        }
        // The events only say that such a run was stopped, not that its time was over.
        boolean timeWasOver =
                Runner.TIME_LIMIT.equals(run.errorCode())
                        && again.status() == RunRecord.Status.CANCELLED;
        if (run.status() != again.status() && !timeWasOver) {
            return "it ended as " + again.status().label() + ", the run as " + run.status().label();
        }
        if (!Objects.equals(run.data(), again.data())) {
            return "its result differs";
        }
        return run.trace().equals(again.trace()) ? null : "its trace differs";
    }
}
