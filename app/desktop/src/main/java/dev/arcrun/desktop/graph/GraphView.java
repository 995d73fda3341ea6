package dev.arcrun.desktop.graph;

import dev.arcrun.desktop.look.Texts;
import dev.arcrun.desktop.run.NodeActivity;
import javafx.animation.PauseTransition;
import javafx.beans.value.ChangeListener;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableMap;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
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

    private final GraphViewModel model;
    private final ObservableMap<String, NodeActivity> activities;
    private final Viewport viewport = new Viewport();
    private final GraphColors colors = new GraphColors();
    private final OverviewCanvas overview;
    private final LiveViews live;
    private final ZoomControls controls;
    private final PauseTransition gestureEnd = new PauseTransition(GESTURE_END);
    private boolean fitWhenShown = true;
    private boolean gesture;
    private Runnable onOpen = () -> {};

    public GraphView(
            GraphViewModel model,
            ObservableMap<String, NodeActivity> activities,
            Texts texts) {
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
        getChildren().addAll(colors, overview, live, controls);
        gestureEnd.setOnFinished(event -> endGesture());
        colors.onChange(this::redraw);
        follow(texts);
        new GraphGestures(this, model).install();
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
        model.stale()
                .addListener((property, before, now) -> pseudoClassStateChanged(STALE, now));
        model.selection().node().addListener((property, before, now) -> select(now));
        model.selectedEdge()
                .addListener(
                        (property, before, now) -> select(model.selection().node().get()));
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
        if (fitWhenShown && getWidth() > 0 && !shown.picture().nodes().isEmpty()) {
            fitWhenShown = false;
            fit();
        }
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
            fit();
        }
        boolean cards = viewport.zoom().get() >= CARDS_FROM;
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
        paintOverview();
    }
}
