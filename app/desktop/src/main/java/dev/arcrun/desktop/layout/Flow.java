package dev.arcrun.desktop.layout;

import java.util.List;

/**
 * What is to be drawn. Nodes are known by their position in the list.
 *
 * @param boxes sizes of the nodes, in the order of the flow
 * @param links edges, in the order of the flow; cycles, self-loops and parallels are allowed
 */
public record Flow(List<Box> boxes, List<Link> links) {

    /** Width and height of a node in world units. */
    public record Box(double width, double height) {}

    /**
     * An edge.
     *
     * @param labelWidth room its label needs between two layers, 0 for none
     */
    public record Link(int from, int to, double labelWidth) {}

    public Flow {
        boxes = List.copyOf(boxes);
        links = List.copyOf(links);
        for (Link link : links) {
            if (link.from < 0
                    || link.from >= boxes.size()
                    || link.to < 0
                    || link.to >= boxes.size()) {
                throw new IllegalArgumentException("a link names a missing node: " + link);
            }
        }
    }
}
