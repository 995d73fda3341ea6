package dev.arcrun.engine.document;

import java.util.List;

/** What can be pointed at in a recipe document. */
public sealed interface Address {
    /** A node: its key in {@code config}, else its first mention in the flow. */
    record OfNode(String node) implements Address {}

    /** A line of the flow, by its place in the flow from 0. */
    record OfEdge(int index) implements Address {}

    /**
     * A value in a node's config.
     *
     * @param path member names (String) and list positions (Integer); not empty
     */
    record OfParameter(String node, List<Object> path) implements Address {
        public OfParameter {
            path = List.copyOf(path);
        }
    }

    /** A value at the top of the recipe, other than flow and config. */
    record OfProperty(List<Object> path) implements Address {
        public OfProperty {
            path = List.copyOf(path);
        }
    }
}
