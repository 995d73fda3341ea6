package dev.arcrun.desktop.layout;

/**
 * Gives each item of ordered layers its vertical centre: as near to its neighbours as the items
 * above and below allow. Within a layer this is an isotonic regression, solved by pooling adjacent
 * violators.
 */
final class VerticalPlacement {
    private static final int SWEEPS = 16;
    private static final double BEND_WEIGHT = 4;

    private final Lanes lanes;
    private final int[][] columns;
    private final double[] height;
    private final double[] centre;

    private VerticalPlacement(Lanes lanes, int[][] columns, double[] height) {
        this.lanes = lanes;
        this.columns = columns;
        this.height = height;
        centre = new double[lanes.items()];
    }

    /**
     * The centre of each item.
     *
     * @param height room each item takes, spacing included
     */
    static double[] centres(Lanes lanes, int[][] columns, double[] height) {
        var placement = new VerticalPlacement(lanes, columns, height);
        placement.stack();
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean rightwards = sweep % 2 == 0;
            for (int i = 0; i < columns.length; i++) {
                int column = rightwards ? i : columns.length - 1 - i;
                placement.settle(columns[column], rightwards);
            }
        }
        return placement.centre;
    }

    private void stack() {
        for (int[] column : columns) {
            double top = 0;
            for (int item : column) {
                centre[item] = top + height[item] / 2;
                top += height[item];
            }
        }
    }

    private void settle(int[] column, boolean rightwards) {
        int size = column.length;
        double[] offset = new double[size];
        double[] mean = new double[size];
        double[] weight = new double[size];
        int[] members = new int[size];
        int pools = 0;
        for (int i = 0; i < size; i++) {
            int item = column[i];
            if (i > 0) {
                offset[i] = offset[i - 1] + (height[column[i - 1]] + height[item]) / 2;
            }
            mean[pools] = wanted(item, rightwards) - offset[i];
            weight[pools] = lanes.isNode(item) ? 1 : BEND_WEIGHT;
            members[pools] = 1;
            pools++;
            while (pools > 1 && mean[pools - 2] > mean[pools - 1]) {
                int into = pools - 2;
                double sum = weight[into] + weight[into + 1];
                mean[into] = (mean[into] * weight[into] + mean[into + 1] * weight[into + 1]) / sum;
                weight[into] = sum;
                members[into] += members[into + 1];
                pools--;
            }
        }
        int i = 0;
        for (int pool = 0; pool < pools; pool++) {
            for (int member = 0; member < members[pool]; member++, i++) {
                centre[column[i]] = mean[pool] + offset[i];
            }
        }
    }

    private double wanted(int item, boolean rightwards) {
        int[] neighbours = rightwards ? lanes.previous()[item] : lanes.next()[item];
        if (neighbours.length == 0) {
            return centre[item];
        }
        double sum = 0;
        for (int neighbour : neighbours) {
            sum += centre[neighbour];
        }
        return sum / neighbours.length;
    }
}
