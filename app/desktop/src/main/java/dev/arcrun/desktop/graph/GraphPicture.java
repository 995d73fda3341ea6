package dev.arcrun.desktop.graph;

import dev.arcrun.desktop.layout.Drawing;
import dev.arcrun.desktop.layout.Flow;
import dev.arcrun.desktop.layout.LayeredLayout;
import dev.arcrun.engine.recipe.Edge;
import dev.arcrun.engine.recipe.Node;
import dev.arcrun.engine.recipe.Recipe;
import dev.arcrun.engine.recipe.Relation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A recipe laid out: everything the graph view needs to draw, immutable.
 *
 * @param width of all, in world units
 */
public record GraphPicture(
        List<GraphNode> nodes, List<GraphEdge> edges, double width, double height) {
    static final double PART_WIDTH = 192;
    static final double PART_HEIGHT = 64;
    static final double VIRTUAL_WIDTH = 124;
    static final double VIRTUAL_HEIGHT = 48;

    public static final GraphPicture EMPTY = new GraphPicture(List.of(), List.of(), 0, 0);

    public GraphPicture {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /**
     * Lays a recipe out; takes tens of milliseconds for a thousand nodes, so not on the FX thread.
     *
     * @param unplaced nodes that stand in no triplet yet
     */
    public static GraphPicture of(Recipe recipe, Collection<Node> unplaced, NodeKinds kinds) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        List<Node> nodes = new ArrayList<>(recipe.nodes().values());
        nodes.addAll(unplaced);
        var boxes = new ArrayList<Flow.Box>();
        for (Node node : nodes) {
            numbers.put(node.name(), boxes.size());
            boxes.add(box(node));
        }
        Set<String> called = new HashSet<>();
        var links = new ArrayList<Flow.Link>();
        List<Edge> edges = new ArrayList<>();
        for (Edge edge : recipe.edges()) {
            Integer from = numbers.get(edge.from());
            Integer to = numbers.get(edge.to());
            if (from != null && to != null) {
                edges.add(edge);
                if (edge.relation() instanceof Relation.CallsSubflow) {
                    called.add(edge.to());
                }
                links.add(new Flow.Link(from, to, EdgeLabel.roomFor(edge.relation())));
            }
        }
        Drawing drawing = LayeredLayout.draw(new Flow(boxes, links));
        var placedNodes = new ArrayList<GraphNode>();
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            Drawing.Point corner = drawing.corners().get(i);
            placedNodes.add(
                    new GraphNode(
                            node.name(),
                            node.componentName(),
                            called.contains(node.name()) ? GraphNode.Kind.RECIPE : kinds.of(node),
                            corner.x(),
                            corner.y(),
                            boxes.get(i).width(),
                            boxes.get(i).height()));
        }
        var placedEdges = new ArrayList<GraphEdge>();
        for (int i = 0; i < edges.size(); i++) {
            Edge edge = edges.get(i);
            placedEdges.add(
                    new GraphEdge(
                            edge.index(),
                            edge.from(),
                            edge.to(),
                            GraphEdge.Kind.of(edge.relation()),
                            GraphEdge.detailOf(edge.relation()),
                            drawing.routes().get(i)));
        }
        return new GraphPicture(placedNodes, placedEdges, drawing.width(), drawing.height());
    }

    public @Nullable GraphNode node(@Nullable String name) {
        for (GraphNode node : nodes) {
            if (node.name().equals(name)) {
                return node;
            }
        }
        return null;
    }

    private static Flow.Box box(Node node) {
        return node.role() == Node.Role.PART
                ? new Flow.Box(PART_WIDTH, PART_HEIGHT)
                : new Flow.Box(VIRTUAL_WIDTH, VIRTUAL_HEIGHT);
    }
}
