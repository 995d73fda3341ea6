package dev.arcrun.engine.run;

import dev.arcrun.engine.schedule.CallKey;
import dev.arcrun.engine.value.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What reaches a run from outside its own thread. */
sealed interface Message {
    record Returned(CallKey key, int attempt, PartCaller.Answer answer) implements Message {}

    record TimerDone(CallKey key, int attempt) implements Message {}

    record Resume(String taskId, Json result) implements Message {}

    record Cancel() implements Message {}

    record OutOfTime() implements Message {}

    record Pause() implements Message {}

    record Proceed() implements Message {}

    record Step(CallKey key, Json.@Nullable Obj input) implements Message {}

    /** A bug of the host; ends the run's thread. */
    record Broke(Throwable bug) implements Message {}

    record BreakAt(List<Breakpoint> breakpoints) implements Message {}
}
