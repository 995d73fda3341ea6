package dev.arcrun.desktop.layout;

import java.util.Arrays;
import java.util.List;

/**
 * Puts every node into a layer so that each link leads to a later one. Links that close a cycle
 * count the other way round; self-loops don't count.
 */
final class Layers {
    private static final int NEW = 0;
    private static final int OPEN = 1;
    private static final int DONE = 2;

    /** The layer of each node, from 0. */
    final int[] of;

    /** Whether a link leads back, against the layers. */
    final boolean[] backward;

    private final List<Flow.Link> links;
    private final int[][] outgoing;
    private final int[] order;

    Layers(int nodes, List<Flow.Link> links) {
        this.links = links;
        of = new int[nodes];
        backward = new boolean[links.size()];
        outgoing = Adjacency.outgoing(nodes, links);
        order = orderBreakingCycles(nodes);
        longestPaths();
        pullSourcesCloser(nodes);
    }

    /** Depth first without recursion: chains may be thousands of nodes long. */
    private int[] orderBreakingCycles(int nodes) {
        int[] state = new int[nodes];
        int[] next = new int[nodes];
        int[] stack = new int[nodes];
        int[] reverseFinished = new int[nodes];
        int free = nodes;
        for (int root : rootsFirst(nodes)) {
            if (state[root] != NEW) {
                continue;
            }
            int depth = 0;
            stack[depth++] = root;
            state[root] = OPEN;
            while (depth > 0) {
                int node = stack[depth - 1];
                if (next[node] == outgoing[node].length) {
                    state[node] = DONE;
                    reverseFinished[--free] = node;
                    depth--;
                    continue;
                }
                int link = outgoing[node][next[node]++];
                int target = links.get(link).to();
                if (state[target] == OPEN) {
                    backward[link] = true;
                } else if (state[target] == NEW) {
                    state[target] = OPEN;
                    stack[depth++] = target;
                }
            }
        }
        return reverseFinished;
    }

    /** Nodes that nothing leads to come first, so that only real cycles are broken. */
    private int[] rootsFirst(int nodes) {
        boolean[] entered = new boolean[nodes];
        for (Flow.Link link : links) {
            entered[link.to()] |= link.from() != link.to();
        }
        int[] roots = new int[nodes];
        int count = 0;
        for (int pass = 0; pass < 2; pass++) {
            for (int node = 0; node < nodes; node++) {
                if (entered[node] == (pass == 1)) {
                    roots[count++] = node;
                }
            }
        }
        return roots;
    }

    private void longestPaths() {
        int[][] backwardInto = backwardInto();
        for (int node : order) {
            for (int link : outgoing[node]) {
                int target = links.get(link).to();
                if (!backward[link]) {
                    of[target] = Math.max(of[target], of[node] + 1);
                }
            }
            for (int link : backwardInto[node]) {
                int source = links.get(link).from();
                if (source != node) {
                    of[source] = Math.max(of[source], of[node] + 1);
                }
            }
        }
    }

    private int[][] backwardInto() {
        int[][] into = Adjacency.incoming(of.length, links);
        for (int node = 0; node < into.length; node++) {
            into[node] = Arrays.stream(into[node]).filter(link -> backward[link]).toArray();
        }
        return into;
    }

    private void pullSourcesCloser(int nodes) {
        int[] nearest = new int[nodes];
        Arrays.fill(nearest, Integer.MAX_VALUE);
        boolean[] entered = new boolean[nodes];
        for (int i = 0; i < links.size(); i++) {
            Flow.Link link = links.get(i);
            if (link.from() == link.to()) {
                continue;
            }
            int early = backward[i] ? link.to() : link.from();
            int late = backward[i] ? link.from() : link.to();
            nearest[early] = Math.min(nearest[early], of[late]);
            entered[late] = true;
        }
        for (int node = 0; node < nodes; node++) {
            if (!entered[node] && nearest[node] != Integer.MAX_VALUE) {
                of[node] = nearest[node] - 1;
            }
        }
    }
}
