package dev.arcrun.desktop.graph;

import dev.arcrun.desktop.look.Texts;
import dev.arcrun.desktop.run.NodeActivity;
import javafx.animation.PauseTransition;
import javafx.beans.value.ChangeListener;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableMap;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Draws the flow: cards and lines in sight at half size and above, one painted canvas below. Lives
 * as long as the window, as its view model does.
 */
public final class GraphView extends Region {
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    private static final double CARDS_FROM = 0.5;
    private static final Duration GESTURE_END = Duration.millis(150);
    private static final double CONTROLS_MARGIN = 12;
    private static final double EMPTY_WIDTH = 360;
    private static final int FEW = 80;
    private static final double FEW_CARDS_FROM = 0.25;
    private static final double FIRST_ZOOM = 0.35;

    private final GraphViewModel model;
    private final ObservableMap<String, NodeActivity> activities;
    private final Viewport viewport = new Viewport();
    private final GraphColors colors = new GraphColors();
    private final OverviewCanvas overview;
    private final LiveViews live;
    private final ZoomControls controls;
    private final Label empty = new Label();
    private final PauseTransition gestureEnd = new PauseTransition(GESTURE_END);
    private boolean fitWhenShown = true;
    private boolean gesture;
    private Runnable onOpen = () -> {};

    public GraphView(
            GraphViewModel model, ObservableMap<String, NodeActivity> activities, Texts texts) {
        this.model = model;
        this.activities = activities;
        overview = new OverviewCanvas(viewport, colors, activities);
        live = new LiveViews(viewport, activities, texts);
        controls = new ZoomControls(this, texts);
        getStyleClass().add("graph-view");
        setId("graph");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.PARENT);
        accessibleTextProperty().bind(texts.bind("graph.accessible", model.selection().node()));
        var clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        var connecting = new Connecting();
        empty.getStyleClass().add("graph-empty");
        empty.setWrapText(true);
        empty.setManaged(false);
        empty.textProperty().bind(texts.bind("graph.empty"));
        getChildren().addAll(colors, overview, live, connecting, empty, controls);
        gestureEnd.setOnFinished(event -> endGesture());
        colors.onChange(this::redraw);
        follow(texts);
        new GraphGestures(this, model, new GraphMenus(this, model, texts), connecting).install();
        showPicture();
    }

    private void follow(Texts texts) {
        ChangeListener<Object> redraw = (property, before, now) -> redraw();
        viewport.zoom().addListener(redraw);
        viewport.offsetX().addListener(redraw);
        viewport.offsetY().addListener(redraw);
        widthProperty().addListener(redraw);
        heightProperty().addListener(redraw);
        model.shown().addListener((property, before, now) -> showPicture());
        model.stale().addListener((property, before, now) -> pseudoClassStateChanged(STALE, now));
        model.selection().node().addListener((property, before, now) -> select(now));
        model.selectedEdge()
                .addListener((property, before, now) -> select(model.selection().node().get()));
        texts.language().addListener((property, before, now) -> showPicture());
        activities.addListener(
                (MapChangeListener<String, NodeActivity>)
                        change -> {
                            live.refresh(change.getKey());
                            paintOverview();
                        });
    }

    /** The next picture is shown whole: another recipe was opened. */
    public void fitNext() {
        fitWhenShown = true;
    }

    public void fit() {
        GraphPicture picture = model.picture();
        viewport.fit(picture.width(), picture.height(), getWidth(), getHeight());
    }

    /** As {@link #fit}, but a small recipe stays large enough to read, shown from its start. */
    private void fitReadable() {
        fit();
        GraphPicture picture = model.picture();
        if (picture.nodes().size() <= FEW && viewport.zoom().get() < FIRST_ZOOM) {
            viewport.showStart(picture.height(), FIRST_ZOOM, getHeight());
        }
    }

    /** Life size, around the chosen node or the middle. */
    public void lifeSize() {
        viewport.zoomAt(getWidth() / 2, getHeight() / 2, 1 / viewport.zoom().get());
        reveal(model.selection().node().get());
    }

    /** Zooms around the middle. */
    void zoomBy(double factor) {
        viewport.zoomAt(getWidth() / 2, getHeight() / 2, factor);
    }

    /** What a double click on a node or Enter does. */
    public void setOnOpen(Runnable action) {
        onOpen = action;
    }

    Runnable onOpen() {
        return onOpen;
    }

    Viewport viewport() {
        return viewport;
    }

    LiveViews live() {
        return live;
    }

    /** Called with every step of a pan or zoom; ends by itself. */
    void gestureStep() {
        if (!gesture) {
            gesture = true;
            live.gesture(true);
        }
        gestureEnd.playFromStart();
    }

    /** How many cards exist at the moment; far less than nodes in a large recipe. */
    public int cardCount() {
        return live.liveCount();
    }

    private void endGesture() {
        gesture = false;
        live.gesture(false);
    }

    private void showPicture() {
        GraphViewModel.Shown shown = model.shown().get();
        live.show(shown.picture(), shown.index());
        overview.show(shown.picture(), shown.index());
        select(model.selection().node().get());
        empty.setVisible(model.drawn() && shown.picture().nodes().isEmpty());
        redraw();
    }

    private void select(@Nullable String node) {
        live.select(node, model.selectedEdge().get());
        overview.select(node);
        paintOverview();
        reveal(node);
    }

    private void reveal(@Nullable String name) {
        GraphNode node = model.picture().node(name);
        if (node == null || getWidth() == 0) {
            return;
        }
        boolean inSight =
                viewport.screenX(node.x()) >= 0
                        && viewport.screenY(node.y()) >= 0
                        && viewport.screenX(node.right()) <= getWidth()
                        && viewport.screenY(node.bottom()) <= getHeight();
        if (!inSight) {
            viewport.centre(node.centreX(), node.centreY(), getWidth(), getHeight());
        }
    }

    private void redraw() {
        if (fitWhenShown && getWidth() > 0 && !model.picture().nodes().isEmpty()) {
            fitWhenShown = false;
            fitReadable();
        }
        boolean few = model.picture().nodes().size() <= FEW;
        boolean cards = viewport.zoom().get() >= (few ? FEW_CARDS_FROM : CARDS_FROM);
        live.setVisible(cards);
        overview.setVisible(!cards);
        if (cards) {
            live.update(getWidth(), getHeight());
        } else {
            live.releaseAll();
        }
        paintOverview();
    }

    private void paintOverview() {
        if (overview.isVisible()) {
            overview.paint();
        }
    }

    @Override
    protected void layoutChildren() {
        overview.resizeRelocate(0, 0, getWidth(), getHeight());
        controls.autosize();
        controls.relocate(
                getWidth() - controls.getWidth() - CONTROLS_MARGIN,
                getHeight() - controls.getHeight() - CONTROLS_MARGIN);
        double room = Math.min(getWidth() - 2 * CONTROLS_MARGIN, EMPTY_WIDTH);
        double high = empty.prefHeight(room);
        empty.resizeRelocate((getWidth() - room) / 2, (getHeight() - high) / 2, room, high);
        paintOverview();
    }
}
