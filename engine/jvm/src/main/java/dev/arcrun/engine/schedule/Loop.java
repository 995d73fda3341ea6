package dev.arcrun.engine.schedule;

import dev.arcrun.engine.value.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The iterations of one FOREACH edge after its source succeeded. RECIPE.md, section 6. */
final class Loop {
    final Block body;
    final Route entry;
    final NodeState source;
    final List<Json> items;

    /** How many iterations go on at once. */
    final int concurrency;

    /** Results of the items, failures in their place. */
    final Json[] results;

    int next;
    int active;
    int done;
    int failed;

    /** Its end has been dealt with. */
    boolean isClosed;

    /** Edges out of the body that some iteration took. */
    final Set<Route> taken = new HashSet<>();

    /** Kept only where an edge leaves the body, for then someone may ask for what is in it. */
    private final Frame[] frames;

    private final Map<Step, Json> seen = new HashMap<>();

    Loop(NodeState source, Route entry, Block body, List<Json> items) {
        this.source = source;
        this.entry = entry;
        this.body = body;
        this.items = items;
        this.concurrency = Math.max(1, entry.to.run().concurrency());
        this.results = new Json[items.size()];
        this.frames = new Frame[body.exits.isEmpty() ? 0 : items.size()];
    }

    boolean canStart() {
        return next < items.size() && active < concurrency;
    }

    Frame start() {
        var frame = Frame.iteration(this, next);
        if (frames.length > 0) {
            frames[next] = frame;
        }
        next++;
        active++;
        return frame;
    }

    void finish(Frame frame, Json result) {
        results[frame.index()] = result;
        if (frame.failed != null) {
            failed++;
        }
        active--;
        done++;
    }

    boolean isOver() {
        return done == items.size();
    }

    boolean allFailed() {
        return done > 0 && failed == done;
    }

    Json.Arr resultList() {
        return Json.array(Arrays.asList(results));
    }

    /** {@code {results: […]}} with what a step of the body gave in each iteration. */
    Json resultsOf(Step step, BiFunction<Frame, Step, @Nullable Json> within) {
        Json known = seen.get(step);
        if (known != null) {
            return known;
        }
        List<Json> each = new ArrayList<>();
        for (Frame frame : frames) {
            Json result = within.apply(frame, step);
            each.add(result == null ? Json.NULL : result);
        }
        Json all = Json.object("results", Json.array(each));
        seen.put(step, all);
        return all;
    }
}
