package dev.arcrun.engine.run;

import dev.arcrun.engine.schedule.CallKey;
import dev.arcrun.engine.schedule.Command;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The calls of a run that are held at breakpoints or by a pause. */
final class Holds {
    private final Map<CallKey, Command.CallPart> held = new LinkedHashMap<>();
    private List<Breakpoint> breakpoints = List.of();
    private boolean paused;

    void pause() {
        paused = true;
    }

    void breakAt(List<Breakpoint> wanted) {
        breakpoints = List.copyOf(wanted);
    }

    /** Whether this call has to wait; then it is kept. */
    boolean holds(Command.CallPart call) {
        boolean stops =
                paused
                        || breakpoints.stream()
                                .anyMatch(point ->
                                        point.node().equals(call.key().node())
                                                && point.when().test(call.input()));
        if (stops) {
            held.put(call.key(), call);
        }
        return stops;
    }

    Command.@Nullable CallPart release(CallKey key) {
        return held.remove(key);
    }

    /** Ends a pause; gives all held calls in the order in which they became ready. */
    List<Command.CallPart> releaseAll() {
        paused = false;
        var calls = new ArrayList<>(held.values());
        held.clear();
        return calls;
    }
}
