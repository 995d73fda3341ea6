package dev.arcrun.desktop.graph;

import dev.arcrun.desktop.run.NodeActivity;
import dev.arcrun.engine.schedule.TraceEntry.Status;
import java.util.Map;

/** What the last run says about an edge. */
final class EdgeTaken {
    private EdgeTaken() {}

    /** Whether the run surely passed by: its source or its target was skipped. */
    static boolean isIdle(GraphEdge edge, Map<String, NodeActivity> activities) {
        return skipped(activities, edge.from()) || skipped(activities, edge.to());
    }

    private static boolean skipped(Map<String, NodeActivity> activities, String node) {
        NodeActivity activity = activities.get(node);
        return activity != null && activity.status() == Status.SKIPPED;
    }
}
