package dev.arcrun.engine.validate;

import dev.arcrun.engine.validate.Flow.Stop;
import dev.arcrun.engine.validate.Flow.Way;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Answers many questions of the kind "does this stop come before that one?" in passes over the flow
 * of 64 stops each, so that long flows with references from end to start stay fast.
 */
final class Ancestry {
    /** Whether {@code before} lies on a way to {@code after}. */
    record Question(Stop before, Stop after) {}

    private Ancestry() {}

    /** Those of the questions whose answer is yes. In a flow with a cycle nothing is certain. */
    static Set<Question> yes(Flow flow, Collection<Question> questions) {
        Set<Question> yes = new HashSet<>();
        Map<Stop, List<Question>> open = new HashMap<>();
        for (Question it : questions) {
            if (it.after().in.stream().anyMatch(way -> way.from() == it.before())) {
                yes.add(it);
            } else if (it.before().rank >= 0 && it.before().rank < it.after().rank) {
                open.computeIfAbsent(it.before(), _ -> new ArrayList<>()).add(it);
            }
        }
        List<Stop> sources = new ArrayList<>(open.keySet());
        for (int from = 0; from < sources.size(); from += Long.SIZE) {
            List<Stop> pass = sources.subList(from, Math.min(sources.size(), from + Long.SIZE));
            long[] reached = reached(flow, pass);
            for (int bit = 0; bit < pass.size(); bit++) {
                long mask = 1L << bit;
                open.getOrDefault(pass.get(bit), List.of()).stream()
                        .filter(it -> (reached[it.after().index] & mask) != 0)
                        .forEach(yes::add);
            }
        }
        return yes;
    }

    /** For each stop, a bit for each of the sources that lies before it. */
    private static long[] reached(Flow flow, List<Stop> sources) {
        long[] own = new long[flow.stops.size()];
        for (int bit = 0; bit < sources.size(); bit++) {
            own[sources.get(bit).index] = 1L << bit;
        }
        long[] reached = new long[flow.stops.size()];
        for (Stop stop : flow.order) {
            long bits = 0;
            for (Way way : stop.in) {
                int source = way.from().index;
                bits |= reached[source] | own[source];
            }
            reached[stop.index] = bits;
        }
        return reached;
    }
}
