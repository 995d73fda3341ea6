package dev.arcrun.engine.validate;

import dev.arcrun.engine.recipe.Node;
import dev.arcrun.engine.validate.Flow.Loop;
import dev.arcrun.engine.validate.Flow.Stop;
import dev.arcrun.engine.validate.Flow.Way;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds which stops run in which loop: a stop belongs to the innermost loop through which all ways
 * to it lead, a virtual output to none. RECIPE.md, section 6.
 */
final class LoopBodies {
    private final Map<Way, Loop> loops = new HashMap<>();

    private LoopBodies() {}

    static void find(List<Stop> inTopologicalOrder) {
        var bodies = new LoopBodies();
        for (Stop stop : inTopologicalOrder) {
            stop.loop = stop.node.role() == Node.Role.OUTPUT ? null : bodies.sharedBy(stop.in);
        }
    }

    private @Nullable Loop sharedBy(List<Way> ways) {
        Loop shared = null;
        boolean first = true;
        for (Way way : ways) {
            Loop behind = way.startsLoop() ? loopOf(way) : way.from().loop;
            shared = first ? behind : common(shared, behind);
            first = false;
        }
        return shared;
    }

    private Loop loopOf(Way way) {
        Loop around = way.from().loop;
        return loops.computeIfAbsent(
                way, it -> new Loop(it, around, around == null ? 0 : around.depth() + 1));
    }

    private static @Nullable Loop common(@Nullable Loop a, @Nullable Loop b) {
        Loop left = a;
        Loop right = b;
        while (left != right) {
            if (left == null || right == null) {
                return null;
            }
            if (left.depth() >= right.depth()) {
                left = left.parent();
            } else {
                right = right.parent();
            }
        }
        return left;
    }
}
