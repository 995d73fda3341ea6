package dev.arcrun.desktop.window;

import dev.arcrun.desktop.graph.GraphView;
import dev.arcrun.desktop.inspector.InspectorView;
import dev.arcrun.desktop.look.Texts;
import dev.arcrun.desktop.look.Theme;
import dev.arcrun.desktop.recipes.RecipeListView;
import dev.arcrun.desktop.yaml.YamlEditor;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;

/** The whole window, as one view. */
public final class StudioWindow {
    private static final List<String> STYLES = List.of("studio", "graph", "yaml", "panels");
    private static final double RECIPES_SHARE = 0.14;
    private static final double CENTRE_SHARE = 0.64;
    private static final double INSPECTOR_SHARE = 0.22;
    private static final double RECIPE_SHARE = 0.64;
    private static final double BOTTOM_SHARE = 0.36;
    private static final double GRAPH_SHARE = 0.6;
    private static final double YAML_SHARE = 0.4;

    private final StudioModel model;
    private final Panels panels;
    private final GraphView graph;
    private final YamlEditor yaml;
    private final InspectorView inspector;
    private final BottomPanel bottom;
    private final BorderPane root = new BorderPane();

    public StudioWindow(StudioModel model, Texts texts, Theme theme) {
        this.model = model;
        panels = new Panels(model.settings());
        graph = new GraphView(model.graph(), model.run().entries().activities(), texts);
        yaml = new YamlEditor(model.yaml(), model.completion(), texts);
        inspector = new InspectorView(model.inspector(), model.run(), model.meanings(), texts);
        bottom = new BottomPanel(model, texts, this::goToText);
        var list = new RecipeListView(model.recipes(), model.documents(), texts);
        var always = new SimpleBooleanProperty(true);
        var recipe =
                new PanelSplit(model.settings(), "recipe", Orientation.HORIZONTAL)
                        .with(
                                graph,
                                Bindings.createBooleanBinding(
                                        () -> panels.mode().get() != ViewMode.YAML, panels.mode()),
                                GRAPH_SHARE,
                                true)
                        .with(
                                yaml,
                                Bindings.createBooleanBinding(
                                        () -> panels.mode().get() != ViewMode.GRAPH, panels.mode()),
                                YAML_SHARE,
                                true)
                        .arranged();
        var centre =
                new PanelSplit(model.settings(), "centre", Orientation.VERTICAL)
                        .with(recipe, always, RECIPE_SHARE, true)
                        .with(bottom, panels.bottom(), BOTTOM_SHARE, false)
                        .arranged();
        var sides =
                new PanelSplit(model.settings(), "sides", Orientation.HORIZONTAL)
                        .with(list, panels.recipes(), RECIPES_SHARE, false)
                        .with(centre, always, CENTRE_SHARE, true)
                        .with(inspector, panels.inspector(), INSPECTOR_SHARE, false)
                        .arranged();
        root.getStyleClass().add("studio");
        theme.dark().addListener((property, before, now) -> dress(now));
        dress(theme.dark().get());
        root.setTop(new TopBar(model, texts, theme, panels));
        root.setCenter(sides);
        root.setBottom(new StatusBar(model, texts, this::showProblems));
        for (String style : STYLES) {
            root.getStylesheets()
                    .add(
                            String.valueOf(
                                    StudioWindow.class.getResource(
                                            "/dev/arcrun/desktop/styles/" + style + ".css")));
        }
        graph.setOnOpen(this::goToSelection);
        model.recipes().opened().addListener((property, before, now) -> graph.fitNext());
        model.run()
                .running()
                .addListener((property, before, now) -> {
                    if (now) {
                        showRun();
                    }
                });
        model.run()
                .inputTrouble()
                .addListener((property, before, now) -> {
                    if (now != null) {
                        showRun();
                    }
                });
        new WindowKeys(this, model, panels).install(root);
    }

    public Parent root() {
        return root;
    }

    /** The graph, for pictures and tests. */
    public GraphView graph() {
        return graph;
    }

    InspectorView inspector() {
        return inspector;
    }

    private void dress(boolean dark) {
        root.getStyleClass().remove("dark");
        if (dark) {
            root.getStyleClass().add("dark");
        }
    }

    void showRun() {
        panels.bottom().set(true);
        bottom.showRun();
    }

    void showProblems() {
        panels.bottom().set(true);
        bottom.showProblems();
    }

    private void goToSelection() {
        showText();
        yaml.goToSelection();
    }

    private void goToText(int position) {
        showText();
        yaml.goTo(position);
    }

    private void showText() {
        if (panels.mode().get() == ViewMode.GRAPH) {
            panels.mode().set(ViewMode.SPLIT);
        }
    }
}
