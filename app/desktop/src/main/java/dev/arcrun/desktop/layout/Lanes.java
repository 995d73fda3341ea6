package dev.arcrun.desktop.layout;

import java.util.ArrayList;
import java.util.List;

/**
 * A flow in layers where every link is cut into pieces that lead to the next layer. The pieces meet
 * in bends: points without a node that keep a lane free for a long link.
 *
 * @param nodeCount items below this are nodes, the others bends
 * @param layer the layer of each item
 * @param next the items each item leads to
 * @param previous the items that lead to each item
 * @param bends for each link its bends, early layers first
 */
record Lanes(int nodeCount, int[] layer, int[][] next, int[][] previous, int[][] bends) {

    static Lanes of(int nodes, List<Flow.Link> links, Layers layers) {
        int[][] bends = new int[links.size()][];
        var layer = new ArrayList<Integer>();
        for (int node = 0; node < nodes; node++) {
            layer.add(layers.of[node]);
        }
        var pieces = new ArrayList<Flow.Link>();
        for (int i = 0; i < links.size(); i++) {
            Flow.Link link = links.get(i);
            int early = layers.backward[i] ? link.to() : link.from();
            int late = layers.backward[i] ? link.from() : link.to();
            int gap = layers.of[late] - layers.of[early];
            bends[i] = new int[Math.max(0, gap - 1)];
            int last = early;
            for (int step = 0; step < bends[i].length; step++) {
                int bend = layer.size();
                layer.add(layers.of[early] + step + 1);
                bends[i][step] = bend;
                pieces.add(new Flow.Link(last, bend, 0));
                last = bend;
            }
            if (early != late) {
                pieces.add(new Flow.Link(last, late, 0));
            }
        }
        int items = layer.size();
        return new Lanes(
                nodes,
                layer.stream().mapToInt(Integer::intValue).toArray(),
                ends(Adjacency.outgoing(items, pieces), pieces, true),
                ends(Adjacency.incoming(items, pieces), pieces, false),
                bends);
    }

    int items() {
        return layer.length;
    }

    boolean isNode(int item) {
        return item < nodeCount;
    }

    /** The items of each layer, in the order of the flow. */
    int[][] columns() {
        int last = 0;
        for (int of : layer) {
            last = Math.max(last, of);
        }
        List<List<Integer>> columns = new ArrayList<>();
        for (int i = 0; i <= last; i++) {
            columns.add(new ArrayList<>());
        }
        for (int item = 0; item < layer.length; item++) {
            columns.get(layer[item]).add(item);
        }
        return columns.stream()
                .map(column -> column.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    private static int[][] ends(int[][] pieceLists, List<Flow.Link> pieces, boolean targets) {
        int[][] ends = new int[pieceLists.length][];
        for (int item = 0; item < ends.length; item++) {
            ends[item] = new int[pieceLists[item].length];
            for (int i = 0; i < ends[item].length; i++) {
                Flow.Link piece = pieces.get(pieceLists[item][i]);
                ends[item][i] = targets ? piece.to() : piece.from();
            }
        }
        return ends;
    }
}
