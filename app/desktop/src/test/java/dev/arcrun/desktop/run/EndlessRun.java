package dev.arcrun.desktop.run;

import dev.arcrun.engine.run.Breakpoint;
import dev.arcrun.engine.run.Run;
import dev.arcrun.engine.run.RunRecord;
import dev.arcrun.engine.schedule.CallKey;
import dev.arcrun.engine.value.Json;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A run that goes on until the test is over. */
final class EndlessRun implements Run {
    private final CompletableFuture<RunRecord> done = new CompletableFuture<>();

    @Override
    public String id() {
        return "run";
    }

    @Override
    public CompletableFuture<RunRecord> done() {
        return done;
    }

    @Override
    public void cancel() {}

    @Override
    public void resume(String taskId, Json result) {}

    @Override
    public void pause() {}

    @Override
    public void proceed() {}

    @Override
    public void step(CallKey key, Json.@Nullable Obj input) {}

    @Override
    public void breakAt(List<Breakpoint> breakpoints) {}
}
