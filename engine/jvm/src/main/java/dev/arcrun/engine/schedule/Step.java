package dev.arcrun.engine.schedule;

import dev.arcrun.engine.recipe.Node;
import dev.arcrun.engine.recipe.NodeRun;
import java.util.ArrayList;
import java.util.List;

/** A node with its place in the topology. Built by {@link Topology}, not changed afterwards. */
final class Step {
    final Node node;

    /** Position of the node's first appearance in the flow. */
    final int flowIndex;

    /** Edges a run can take, in flow order. */
    final List<Route> incoming = new ArrayList<>();

    final List<Route> outgoing = new ArrayList<>();

    /** Those of {@link #outgoing} that are FOREACH. */
    final List<Route> loops = new ArrayList<>();

    /** Position in topological order. */
    int index = -1;

    Block block;

    /** Position among the steps of its block. */
    int slot;

    /** Whether another recipe runs here: a CALLS_SUBFLOW edge leads to it. */
    boolean isSubflow;

    /** Whether an edge with an unknown relation points here. */
    boolean brokenIncoming;

    Step(Node node, int flowIndex, Block root) {
        this.node = node;
        this.flowIndex = flowIndex;
        this.block = root;
    }

    String name() {
        return node.name();
    }

    NodeRun run() {
        return node.run();
    }

    /** Whether a run of the block begins with it. */
    boolean isStart() {
        return incoming.isEmpty() && !brokenIncoming;
    }
}
