package dev.arcrun.desktop.graph;

import dev.arcrun.desktop.look.Durations;
import dev.arcrun.desktop.look.Icons;
import dev.arcrun.desktop.look.Texts;
import dev.arcrun.desktop.run.NodeActivity;
import dev.arcrun.engine.schedule.TraceEntry.Status;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.RotateTransition;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A card for a node. Pooled: one card shows many nodes in its life. */
final class NodeView extends Region {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final double PADDING = 12;
    private static final double TILE = 36;
    private static final double SMALL_TILE = 26;
    private static final double STATE_SIZE = 20;
    private static final double TEXT_GAP = 10;
    static final double PORT_RADIUS = 5;
    private static final Duration TURN = Duration.seconds(1.2);
    private static final Map<Status, PseudoClass> STATES = new EnumMap<>(Status.class);

    static {
        for (Status status : Status.values()) {
            STATES.put(status, PseudoClass.getPseudoClass(status.name().toLowerCase(Locale.ROOT)));
        }
    }

    private final Texts texts;
    private final FontIcon icon = Icons.of(NodeIcon.of(GraphNode.Kind.OTHER), "node-icon");
    private final StackPane tile = new StackPane(icon);
    private final Label title = new Label();
    private final Label part = new Label();
    private final Label badge = new Label();
    private final FontIcon state = Icons.of(NodeIcon.of(Status.SUCCEEDED), "node-state");
    private final Circle in = new Circle(PORT_RADIUS);
    private final Circle out = new Circle(PORT_RADIUS);
    private final RotateTransition turning = new RotateTransition(TURN, state);
    private @Nullable GraphNode node;
    private @Nullable String kindClass;

    NodeView(Texts texts) {
        this.texts = texts;
        getStyleClass().add("graph-node");
        tile.getStyleClass().add("node-tile");
        title.getStyleClass().add("node-title");
        part.getStyleClass().add("node-part");
        badge.getStyleClass().add("node-badge");
        in.getStyleClass().add("node-port");
        out.getStyleClass().addAll("node-port", "node-port-out");
        turning.setByAngle(360);
        turning.setInterpolator(Interpolator.LINEAR);
        turning.setCycleCount(Animation.INDEFINITE);
        setManaged(false);
        setAccessibleRole(AccessibleRole.BUTTON);
        getChildren().addAll(tile, title, part, badge, state, in, out);
    }

    @Nullable GraphNode node() {
        return node;
    }

    Circle outPort() {
        return out;
    }

    void show(GraphNode shown, boolean selected, @Nullable NodeActivity activity) {
        node = shown;
        title.setText(shown.name());
        part.setText(shown.part().equals(shown.name()) ? "" : shown.part());
        icon.setIconCode(NodeIcon.of(shown.kind()));
        boolean virtual = isVirtual(shown);
        in.setVisible(shown.kind() != GraphNode.Kind.INPUT);
        out.setVisible(shown.kind() != GraphNode.Kind.OUTPUT);
        String next = "kind-" + shown.kind().name().toLowerCase(Locale.ROOT);
        if (!next.equals(kindClass)) {
            getStyleClass().removeAll(kindClass);
            getStyleClass().add(next);
            kindClass = next;
        }
        pseudoClassStateChanged(PseudoClass.getPseudoClass("virtual"), virtual);
        select(selected);
        show(activity);
        resizeRelocate(shown.x(), shown.y(), shown.width(), shown.height());
        requestLayout();
    }

    void select(boolean selected) {
        pseudoClassStateChanged(SELECTED, selected);
    }

    void show(@Nullable NodeActivity activity) {
        STATES.forEach((status, style) ->
                pseudoClassStateChanged(style, activity != null && activity.status() == status));
        state.setVisible(activity != null);
        boolean running = activity != null && activity.status() == Status.RUNNING;
        if (running) {
            turning.play();
        } else {
            turning.stop();
            state.setRotate(0);
        }
        if (activity == null) {
            badge.setText("");
        } else {
            state.setIconCode(NodeIcon.of(activity.status()));
            badge.setText(badgeOf(activity));
        }
        describe(activity);
        requestLayout();
    }

    /** Nothing is shown any more: the card waits in the pool. */
    void release() {
        turning.stop();
        node = null;
        setVisible(false);
    }

    private void describe(@Nullable NodeActivity activity) {
        GraphNode shown = node;
        if (shown == null) {
            return;
        }
        String status =
                activity == null
                        ? ""
                        : texts.get(
                                "run.status." + activity.status().name().toLowerCase(Locale.ROOT));
        setAccessibleText(texts.get("graph.node.accessible", shown.name(), shown.part(), status));
    }

    private static String badgeOf(NodeActivity activity) {
        if (activity.status() == Status.SKIPPED || activity.status() == Status.RUNNING) {
            return activity.executions() > 1 ? activity.executions() + "×" : "";
        }
        String time = Durations.of(activity.durationMs());
        if (activity.executions() == 1) {
            return time;
        }
        String count =
                activity.failures() == 0
                        ? activity.executions() + "×"
                        : activity.executions() - activity.failures() + "/" + activity.executions();
        return count + " · " + time;
    }

    private static boolean isVirtual(GraphNode node) {
        return node.kind() == GraphNode.Kind.INPUT || node.kind() == GraphNode.Kind.OUTPUT;
    }

    @Override
    protected void layoutChildren() {
        GraphNode shown = node;
        if (shown == null) {
            return;
        }
        double width = getWidth();
        double height = getHeight();
        double size = isVirtual(shown) ? SMALL_TILE : TILE;
        tile.resizeRelocate(PADDING, (height - size) / 2, size, size);
        double left = PADDING + size + TEXT_GAP;
        double stateRoom = state.isVisible() ? STATE_SIZE + PADDING : PADDING;
        double textWidth = width - left - stateRoom;
        double titleHeight = title.prefHeight(-1);
        double partHeight = part.prefHeight(-1);
        double badgeWidth = badge.getText().isEmpty() ? 0 : badge.prefWidth(-1);
        boolean second = !part.getText().isEmpty() || badgeWidth > 0;
        double top = (height - titleHeight - (second ? partHeight : 0)) / 2;
        title.resizeRelocate(left, top, textWidth, titleHeight);
        double lineWidth = width - left - PADDING;
        part.resizeRelocate(
                left,
                top + titleHeight,
                Math.max(0, lineWidth - badgeWidth - (badgeWidth > 0 ? TEXT_GAP / 2 : 0)),
                partHeight);
        badge.resizeRelocate(
                part.getText().isEmpty() ? left : width - PADDING - badgeWidth,
                top + titleHeight,
                Math.min(badgeWidth, lineWidth),
                partHeight);
        state.relocate(
                width - PADDING - STATE_SIZE + 2,
                top + (titleHeight - state.getLayoutBounds().getHeight()) / 2);
        in.relocate(-PORT_RADIUS, height / 2 - PORT_RADIUS);
        out.relocate(width - PORT_RADIUS, height / 2 - PORT_RADIUS);
    }
}
