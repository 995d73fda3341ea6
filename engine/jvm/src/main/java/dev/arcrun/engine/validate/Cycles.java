package dev.arcrun.engine.validate;

import dev.arcrun.engine.validate.Flow.Stop;
import dev.arcrun.engine.validate.Flow.Way;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Finds circles of edges by going depth first; an edge to a stop on the way there closes one. */
final class Cycles {
    private final List<List<Way>> found = new ArrayList<>();
    private final int most;
    private final int[] wayTo;
    private final boolean[] done;
    private final List<Way> path = new ArrayList<>();

    private Cycles(int stops, int most) {
        this.most = most;
        this.wayTo = new int[stops];
        this.done = new boolean[stops];
    }

    /** Up to so many circles of more than one stop, each from its first stop round to its last. */
    static List<List<Way>> of(Flow flow, int most) {
        var cycles = new Cycles(flow.stops.size(), most);
        for (Stop stop : flow.stops) {
            if (stop.rank < 0 && !cycles.done[stop.index]) {
                cycles.search(stop);
            }
        }
        return cycles.found;
    }

    /** {@code wayTo} holds, for stops on the path, one more than the ways taken to them. */
    private void search(Stop start) {
        Deque<Integer> next = new ArrayDeque<>();
        Deque<Stop> open = new ArrayDeque<>();
        open.push(start);
        next.push(0);
        wayTo[start.index] = 1;
        while (!open.isEmpty()) {
            Stop here = open.peek();
            int out = next.pop();
            if (out == here.out.size()) {
                leave(open);
                continue;
            }
            next.push(out + 1);
            Way way = here.out.get(out);
            Stop there = way.to();
            if (wayTo[there.index] > 0) {
                close(way, wayTo[there.index] - 1);
            } else if (!done[there.index]) {
                path.add(way);
                wayTo[there.index] = path.size() + 1;
                open.push(there);
                next.push(0);
            }
        }
    }

    private void leave(Deque<Stop> open) {
        Stop left = open.pop();
        wayTo[left.index] = 0;
        done[left.index] = true;
        if (!path.isEmpty()) {
            path.removeLast();
        }
    }

    private void close(Way way, int from) {
        if (way.from() != way.to() && found.size() < most) {
            List<Way> cycle = new ArrayList<>(path.subList(from, path.size()));
            cycle.add(way);
            found.add(List.copyOf(cycle));
        }
    }
}
