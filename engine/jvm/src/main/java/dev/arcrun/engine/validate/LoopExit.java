package dev.arcrun.engine.validate;

import dev.arcrun.engine.validate.Flow.Loop;
import dev.arcrun.engine.validate.Flow.Stop;
import dev.arcrun.engine.validate.Flow.Way;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * LOOP_EXIT: an edge leaves the body of a loop, so it settles once, after the loop. RECIPE.md,
 * section 6.
 */
final class LoopExit implements Rule {
    @Override
    public void check(Checked recipe, Findings findings) {
        if (!recipe.flow.acyclic()) {
            return;
        }
        for (Stop stop : recipe.flow.stops) {
            for (Way way : stop.out) {
                Loop left = left(way);
                if (left != null) {
                    findings.warning(
                            Message.of(
                                    "LOOP_EXIT",
                                    way.startsLoop() && left.entry() == way ? "entry" : "",
                                    stop.name(),
                                    way.to().name(),
                                    left.entry().from().name(),
                                    left.variable()),
                            recipe.places.edge(way.edge().index()),
                            List.of());
                }
            }
        }
    }

    /** The innermost loop that the way leaves, or null. */
    private static @Nullable Loop left(Way way) {
        Loop at = way.from().loop;
        if (way.startsLoop()) {
            at = new Loop(way, at, at == null ? 0 : at.depth() + 1);
            return within(way.to().loop, way) ? null : at;
        }
        return at == null || within(way.to().loop, at.entry()) ? null : at;
    }

    private static boolean within(@Nullable Loop innermost, Way entry) {
        for (Loop loop = innermost; loop != null; loop = loop.parent()) {
            if (loop.entry() == entry) {
                return true;
            }
        }
        return false;
    }
}
