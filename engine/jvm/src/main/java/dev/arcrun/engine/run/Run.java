package dev.arcrun.engine.run;

import dev.arcrun.engine.schedule.CallKey;
import dev.arcrun.engine.value.Json;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A run that was started. All methods may be called from any thread and return at once. */
public interface Run {
    String id();

    /** Completes with the record when the run has ended and its record is kept. */
    CompletableFuture<RunRecord> done();

    /** Ends the run as cancelled; calls that are under way are interrupted. */
    void cancel();

    /** Gives a waiting node its result; nothing happens when no node waits for that task. */
    void resume(String taskId, Json result);

    /** Calls that become ready are held from now on. */
    void pause();

    /** Ends a pause and lets every held call go. */
    void proceed();

    /** Lets one held call go, with another input where one is given. */
    void step(CallKey key, Json.@Nullable Obj input);

    /** Where the run stops before a call; replaces those set before. */
    void breakAt(List<Breakpoint> breakpoints);
}
