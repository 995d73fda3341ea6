package dev.arcrun.desktop.layout;

import java.util.Arrays;

/**
 * Where the layers stand: as wide as their widest node, as far apart as the labels between them
 * need.
 *
 * @param left left side of each layer
 * @param right right side of each layer
 */
record Columns(double[] left, double[] right) {
    private static final double LEAST_GAP = 64;
    private static final double MOST_GAP = 240;
    private static final double LABEL_MARGIN = 48;

    static Columns of(Flow flow, Lanes lanes) {
        int count = Arrays.stream(lanes.layer()).max().orElse(-1) + 1;
        double[] width = new double[count];
        for (int node = 0; node < lanes.nodeCount(); node++) {
            int layer = lanes.layer()[node];
            width[layer] = Math.max(width[layer], flow.boxes().get(node).width());
        }
        double[] gap = new double[count];
        Arrays.fill(gap, LEAST_GAP);
        for (Flow.Link link : flow.links()) {
            int from = lanes.layer()[link.from()];
            int to = lanes.layer()[link.to()];
            double room = link.labelWidth() == 0 ? 0 : link.labelWidth() + LABEL_MARGIN;
            int after = to > from ? from : to;
            gap[after] = Math.clamp(room, gap[after], MOST_GAP);
        }
        double[] left = new double[count];
        double[] right = new double[count];
        double x = 0;
        for (int layer = 0; layer < count; layer++) {
            left[layer] = x;
            right[layer] = x + width[layer];
            x = right[layer] + gap[layer];
        }
        return new Columns(left, right);
    }

    double width() {
        return right.length == 0 ? 0 : right[right.length - 1];
    }
}
