package dev.arcrun.desktop.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Flows of every kind, from a seed. */
final class RandomFlows {
    static final List<Long> SEEDS = List.of(1L, 2L, 3L, 5L, 8L, 13L, 21L, 34L, 55L, 89L);

    private RandomFlows() {}

    /** Without cycles: links lead from earlier nodes to later ones. */
    static Flow acyclic(long seed, int nodes) {
        var random = new SplittableRandom(seed);
        var links = new ArrayList<Flow.Link>();
        for (int to = 1; to < nodes; to++) {
            int count = random.nextInt(3);
            for (int i = 0; i < count; i++) {
                int from = Math.max(0, to - 1 - random.nextInt(random.nextInt(10) == 0 ? 30 : 4));
                links.add(new Flow.Link(from, to, random.nextInt(120)));
            }
        }
        return new Flow(boxes(random, nodes), links);
    }

    /** With cycles, parallels and self-loops, as broken recipes have them. */
    static Flow wild(long seed, int nodes) {
        var random = new SplittableRandom(seed);
        var links = new ArrayList<Flow.Link>();
        int count = nodes == 0 ? 0 : random.nextInt(2 * nodes + 1);
        for (int i = 0; i < count; i++) {
            links.add(new Flow.Link(random.nextInt(nodes), random.nextInt(nodes), 0));
        }
        return new Flow(boxes(random, nodes), links);
    }

    private static List<Flow.Box> boxes(SplittableRandom random, int nodes) {
        var boxes = new ArrayList<Flow.Box>();
        for (int i = 0; i < nodes; i++) {
            boxes.add(random.nextInt(6) == 0 ? new Flow.Box(124, 48) : new Flow.Box(192, 64));
        }
        return boxes;
    }
}
