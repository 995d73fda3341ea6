package dev.arcrun.desktop.layout;

import java.util.List;
import java.util.function.ToIntFunction;

/** The links at each node, in the order of the flow. */
final class Adjacency {
    private Adjacency() {}

    static int[][] outgoing(int nodes, List<Flow.Link> links) {
        return at(nodes, links, Flow.Link::from);
    }

    static int[][] incoming(int nodes, List<Flow.Link> links) {
        return at(nodes, links, Flow.Link::to);
    }

    private static int[][] at(int nodes, List<Flow.Link> links, ToIntFunction<Flow.Link> end) {
        int[] counts = new int[nodes];
        for (Flow.Link link : links) {
            counts[end.applyAsInt(link)]++;
        }
        int[][] lists = new int[nodes][];
        for (int node = 0; node < nodes; node++) {
            lists[node] = new int[counts[node]];
        }
        for (int i = links.size() - 1; i >= 0; i--) {
            int node = end.applyAsInt(links.get(i));
            lists[node][--counts[node]] = i;
        }
        return lists;
    }
}
