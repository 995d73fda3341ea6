package dev.arcrun.desktop.graph;

import dev.arcrun.desktop.graph.GridIndex.Area;
import dev.arcrun.desktop.look.Texts;
import dev.arcrun.desktop.run.NodeActivity;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.CacheHint;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;
import org.jspecify.annotations.Nullable;

/**
 * Cards and lines for what is in sight, and no more: views are taken from a pool when something
 * comes into sight and go back when it leaves.
 */
final class LiveViews extends Pane {
    private static final double MARGIN = 120;

    private final Viewport viewport;
    private final Map<String, NodeActivity> activities;
    private final Pane edgeLayer = new Pane();
    private final Pane nodeLayer = new Pane();
    private final Map<Integer, NodeView> liveNodes = new HashMap<>();
    private final Map<Integer, EdgeView> liveEdges = new HashMap<>();
    private final Deque<NodeView> freeNodes = new ArrayDeque<>();
    private final Deque<EdgeView> freeEdges = new ArrayDeque<>();
    private final Supplier<NodeView> newNode;
    private final Supplier<EdgeView> newEdge;
    private GraphPicture picture = GraphPicture.EMPTY;
    private PictureIndex index = PictureIndex.of(GraphPicture.EMPTY);
    private @Nullable String selectedNode;
    private int selectedEdge = -1;

    LiveViews(Viewport viewport, Map<String, NodeActivity> activities, Texts texts) {
        this.viewport = viewport;
        this.activities = activities;
        newNode = () -> new NodeView(texts);
        newEdge = () -> new EdgeView(texts);
        setManaged(false);
        edgeLayer.setManaged(false);
        nodeLayer.setManaged(false);
        edgeLayer.setPickOnBounds(false);
        nodeLayer.setPickOnBounds(false);
        setPickOnBounds(false);
        getChildren().addAll(edgeLayer, nodeLayer);
        var offset = new Translate();
        offset.xProperty().bind(viewport.offsetX());
        offset.yProperty().bind(viewport.offsetY());
        var scale = new Scale();
        scale.xProperty().bind(viewport.zoom());
        scale.yProperty().bind(viewport.zoom());
        getTransforms().addAll(offset, scale);
    }

    void show(GraphPicture shown, PictureIndex shownIndex) {
        releaseAll();
        picture = shown;
        index = shownIndex;
    }

    void select(@Nullable String node, int edge) {
        selectedNode = node;
        selectedEdge = edge;
        liveNodes.forEach((i, view) -> view.select(picture.nodes().get(i).name().equals(node)));
        liveEdges.forEach((i, view) -> view.select(picture.edges().get(i).index() == edge));
    }

    void refresh(String node) {
        liveNodes.forEach((i, view) -> {
            if (picture.nodes().get(i).name().equals(node)) {
                view.show(activities.get(node));
            }
        });
        liveEdges.values().forEach(this::showTaken);
    }

    void refreshAll() {
        liveNodes.forEach((i, view) -> view.show(activities.get(picture.nodes().get(i).name())));
        liveEdges.values().forEach(this::showTaken);
    }

    /** Brings the views in line with what the screen shows. */
    void update(double screenWidth, double screenHeight) {
        var sight =
                new Area(
                        viewport.worldX(-MARGIN),
                        viewport.worldY(-MARGIN),
                        viewport.worldX(screenWidth + MARGIN),
                        viewport.worldY(screenHeight + MARGIN));
        BitSet nodes = index.nodes().touching(sight);
        liveNodes
                .entrySet()
                .removeIf(entry -> {
                    boolean gone = !nodes.get(entry.getKey());
                    if (gone) {
                        entry.getValue().release();
                        freeNodes.push(entry.getValue());
                    }
                    return gone;
                });
        nodes.stream().filter(i -> !liveNodes.containsKey(i)).forEach(this::bringNode);
        BitSet edges = index.edges().touching(sight);
        liveEdges
                .entrySet()
                .removeIf(entry -> {
                    boolean gone = !edges.get(entry.getKey());
                    if (gone) {
                        entry.getValue().release();
                        freeEdges.push(entry.getValue());
                    }
                    return gone;
                });
        edges.stream().filter(i -> !liveEdges.containsKey(i)).forEach(this::bringEdge);
    }

    void releaseAll() {
        liveNodes.values().forEach(NodeView::release);
        freeNodes.addAll(liveNodes.values());
        liveNodes.clear();
        liveEdges.values().forEach(EdgeView::release);
        freeEdges.addAll(liveEdges.values());
        liveEdges.clear();
    }

    /** While the user pans or zooms, cards are moved as bitmaps. */
    void gesture(boolean running) {
        for (NodeView view : liveNodes.values()) {
            view.setCache(running);
            view.setCacheHint(running ? CacheHint.SPEED : CacheHint.DEFAULT);
        }
    }

    @Nullable NodeView viewOf(Node target) {
        for (Node at = target; at != null && at != this; at = at.getParent()) {
            if (at instanceof NodeView view) {
                return view;
            }
        }
        return null;
    }

    @Nullable EdgeView edgeOf(Node target) {
        for (Node at = target; at != null && at != this; at = at.getParent()) {
            if (at instanceof EdgeView view) {
                return view;
            }
        }
        return null;
    }

    int liveCount() {
        return liveNodes.size();
    }

    private void bringNode(int i) {
        NodeView view = freeNodes.poll();
        if (view == null) {
            view = newNode.get();
            nodeLayer.getChildren().add(view);
        }
        GraphNode node = picture.nodes().get(i);
        view.setVisible(true);
        view.show(node, node.name().equals(selectedNode), activities.get(node.name()));
        liveNodes.put(i, view);
    }

    private void bringEdge(int i) {
        EdgeView view = freeEdges.poll();
        if (view == null) {
            view = newEdge.get();
            edgeLayer.getChildren().add(view);
        }
        GraphEdge edge = picture.edges().get(i);
        view.setVisible(true);
        view.show(edge, edge.index() == selectedEdge);
        showTaken(view);
        liveEdges.put(i, view);
    }

    private void showTaken(EdgeView view) {
        GraphEdge edge = view.edge();
        if (edge != null) {
            view.idle(EdgeTaken.isIdle(edge, activities));
        }
    }
}
