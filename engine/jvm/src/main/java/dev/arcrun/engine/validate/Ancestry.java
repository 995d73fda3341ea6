package dev.arcrun.engine.validate;

import dev.arcrun.engine.validate.Flow.Stop;
import dev.arcrun.engine.validate.Flow.Way;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
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
        sources.sort(Comparator.comparingInt(it -> it.rank));
        for (int from = 0; from < sources.size(); from += Long.SIZE) {
            List<Stop> pass = sources.subList(from, Math.min(sources.size(), from + Long.SIZE));
            int first = pass.getFirst().rank;
            long[] reached = reached(flow, pass, first, last(pass, open));
            for (int bit = 0; bit < pass.size(); bit++) {
                long mask = 1L << bit;
                open.getOrDefault(pass.get(bit), List.of()).stream()
                        .filter(it -> (reached[it.after().rank - first] & mask) != 0)
                        .forEach(yes::add);
            }
        }
        return yes;
    }

    /** The highest rank that these stops are asked about. */
    private static int last(List<Stop> pass, Map<Stop, List<Question>> open) {
        int last = 0;
        for (Stop stop : pass) {
            for (Question it : open.getOrDefault(stop, List.of())) {
                last = Math.max(last, it.after().rank);
            }
        }
        return last;
    }

    /**
     * For each stop from one rank to another, a bit for each of the sources that lies before it. No
     * way leads back below the first source.
     */
    private static long[] reached(Flow flow, List<Stop> sources, int first, int last) {
        long[] own = new long[last - first + 1];
        for (int bit = 0; bit < sources.size(); bit++) {
            if (sources.get(bit).rank <= last) {
                own[sources.get(bit).rank - first] = 1L << bit;
            }
        }
        long[] reached = new long[last - first + 1];
        for (Stop stop : flow.order.subList(first, last + 1)) {
            long bits = 0;
            for (Way way : stop.in) {
                int source = way.from().rank - first;
                if (source >= 0) {
                    bits |= reached[source] | own[source];
                }
            }
            reached[stop.rank - first] = bits;
        }
        return reached;
    }
}
