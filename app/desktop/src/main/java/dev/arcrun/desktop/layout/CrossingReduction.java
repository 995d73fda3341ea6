package dev.arcrun.desktop.layout;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Orders the items of each layer so that few links cross: sweeps that put each item at the mean
 * position of its neighbours, keeping the best order seen. Starts from the order of the flow, so a
 * drawing without crossings stays as it was written.
 */
final class CrossingReduction {
    private static final int SWEEPS = 24;

    private final Lanes lanes;
    private final int[][] columns;
    private final int[] position;
    private final double[] wanted;

    private CrossingReduction(Lanes lanes) {
        this.lanes = lanes;
        columns = lanes.columns();
        position = new int[lanes.items()];
        wanted = new double[lanes.items()];
    }

    /** The items of each layer, top to bottom. */
    static int[][] order(Lanes lanes) {
        return new CrossingReduction(lanes).best();
    }

    private int[][] best() {
        for (int[] column : columns) {
            number(column);
        }
        long fewest = crossings();
        int[] bestPosition = position.clone();
        for (int sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
            boolean rightwards = sweep % 2 == 0;
            for (int i = 0; i < columns.length; i++) {
                sort(columns[rightwards ? i : columns.length - 1 - i], rightwards);
            }
            long now = crossings();
            if (now < fewest) {
                fewest = now;
                bestPosition = position.clone();
            }
        }
        for (int[] column : columns) {
            arrange(column, Comparator.comparingInt(at(bestPosition)));
        }
        return columns;
    }

    private static java.util.function.ToIntFunction<Integer> at(int[] positions) {
        return item -> positions[item];
    }

    private void sort(int[] column, boolean rightwards) {
        for (int item : column) {
            int[] neighbours = rightwards ? lanes.previous()[item] : lanes.next()[item];
            double sum = 0;
            for (int neighbour : neighbours) {
                sum += position[neighbour];
            }
            wanted[item] = neighbours.length == 0 ? position[item] : sum / neighbours.length;
        }
        arrange(column, Comparator.comparingDouble(item -> wanted[item]));
        number(column);
    }

    private static void arrange(int[] column, Comparator<Integer> order) {
        Integer[] items = Arrays.stream(column).boxed().toArray(Integer[]::new);
        Arrays.sort(items, order);
        for (int i = 0; i < column.length; i++) {
            column[i] = items[i];
        }
    }

    private void number(int[] column) {
        for (int i = 0; i < column.length; i++) {
            position[column[i]] = i;
        }
    }

    private long crossings() {
        long crossings = 0;
        for (int i = 0; i + 1 < columns.length; i++) {
            crossings += crossings(columns[i], columns[i + 1].length);
        }
        return crossings;
    }

    /** Counts inversions with a binary indexed tree. */
    private long crossings(int[] column, int targets) {
        int[] tree = new int[targets + 1];
        long crossings = 0;
        int seen = 0;
        for (int item : column) {
            int[] ends = lanes.next()[item].clone();
            for (int i = 0; i < ends.length; i++) {
                ends[i] = position[ends[i]] + 1;
            }
            for (int end : ends) {
                int notBelow = 0;
                for (int i = end; i > 0; i -= i & -i) {
                    notBelow += tree[i];
                }
                crossings += seen - notBelow;
            }
            for (int end : ends) {
                for (int i = end; i <= targets; i += i & -i) {
                    tree[i]++;
                }
            }
            seen += ends.length;
        }
        return crossings;
    }
}
