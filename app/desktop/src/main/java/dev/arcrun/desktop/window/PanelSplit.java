package dev.arcrun.desktop.window;

import dev.arcrun.desktop.settings.Settings;
import dev.arcrun.engine.value.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.util.Duration;

/** Panels side by side that can be hidden and remember their shares. */
final class PanelSplit extends SplitPane {
    private static final Duration SETTLED = Duration.millis(400);

    private record Panel(Node node, ObservableBooleanValue shown, double share) {}

    private final Settings settings;
    private final String name;
    private final List<Panel> panels = new ArrayList<>();
    private final Map<Node, Double> shares = new HashMap<>();
    private final PauseTransition settled = new PauseTransition(SETTLED);
    private boolean arranging;

    PanelSplit(Settings settings, String name, Orientation orientation) {
        this.settings = settings;
        this.name = name;
        setOrientation(orientation);
        settled.setOnFinished(event -> remember());
    }

    /**
     * Adds a panel at the end.
     *
     * @param share of the room it gets at first, relative to the other panels
     * @param resizes whether it grows with the window
     */
    PanelSplit with(Node node, ObservableBooleanValue shown, double share, boolean resizes) {
        panels.add(new Panel(node, shown, share));
        double kept = settings.number(key(panels.size() - 1), share);
        shares.put(node, kept > 0 && kept < 1 ? kept : share);
        setResizableWithParent(node, resizes);
        shown.addListener((property, before, now) -> arrange());
        return this;
    }

    PanelSplit arranged() {
        arrange();
        return this;
    }

    private void arrange() {
        arranging = true;
        getItems().setAll(panels.stream().filter(p -> p.shown.get()).map(Panel::node).toList());
        double sum = getItems().stream().mapToDouble(this::share).sum();
        double at = 0;
        double[] positions = new double[Math.max(0, getItems().size() - 1)];
        for (int i = 0; i < positions.length; i++) {
            at += share(getItems().get(i)) / sum;
            positions[i] = at;
        }
        setDividerPositions(positions);
        getDividers()
                .forEach(divider ->
                        divider.positionProperty().addListener((property, before, now) -> moved()));
        arranging = false;
    }

    private double share(Node node) {
        return shares.getOrDefault(node, 1.0);
    }

    private void moved() {
        if (!arranging && getScene() != null) {
            settled.playFromStart();
        }
    }

    private void remember() {
        double[] positions = getDividerPositions();
        if (positions.length != panels.size() - 1) {
            return;
        }
        double before = 0;
        for (int i = 0; i < panels.size(); i++) {
            double end = i < positions.length ? positions[i] : 1;
            shares.put(panels.get(i).node, end - before);
            settings.set(key(i), Json.of(Math.round((end - before) * 1000) / 1000.0));
            before = end;
        }
    }

    private String key(int panel) {
        return "split." + name + "." + panel;
    }
}
