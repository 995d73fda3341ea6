package dev.arcrun.desktop.inspector;

import atlantafx.base.theme.Styles;
import dev.arcrun.desktop.look.Texts;
import dev.arcrun.desktop.run.ErrorMeanings;
import dev.arcrun.desktop.run.RunViewModel;
import dev.arcrun.engine.recipe.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The chosen node at the window's right: name, part, parameters, what went in and came out. */
public final class InspectorView extends VBox {
    private final InspectorViewModel model;
    private final Texts texts;
    private final TextField name = new TextField();
    private final TextField part = new TextField();
    private final Label none = new Label();
    private final Label about = new Label();
    private final GridPane head = new GridPane();
    private final TabPane tabs;

    public InspectorView(
            InspectorViewModel model, RunViewModel runs, ErrorMeanings meanings, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().addAll("side-panel", "inspector");
        setId("inspector");
        var heading = new Label();
        heading.textProperty().bind(texts.bind("inspector.heading"));
        heading.getStyleClass().add("panel-heading");
        none.textProperty().bind(texts.bind("inspector.none"));
        none.getStyleClass().addAll("muted", "panel-hint");
        none.setWrapText(true);
        about.getStyleClass().addAll("muted", "panel-hint");
        about.setWrapText(true);
        head.getStyleClass().add("inspector-head");
        field(0, "inspector.name", name, "inspector-name");
        field(1, "inspector.part", part, "inspector-part");
        tabs =
                new TabPane(
                        tab(
                                "inspector.tab.parameters",
                                "inspector-parameters",
                                new ParametersView(model, texts)),
                        tab(
                                "inspector.tab.input",
                                "inspector-input",
                                new NodeRunView(
                                        model, runs, meanings, texts, NodeRunView.Side.INPUT)),
                        tab(
                                "inspector.tab.output",
                                "inspector-output",
                                new NodeRunView(
                                        model, runs, meanings, texts, NodeRunView.Side.OUTPUT)));
        tabs.getStyleClass().add(Styles.DENSE);
        VBox.setVgrow(tabs, Priority.ALWAYS);
        commit(name, () -> model.rename(name.getText()));
        commit(part, () -> model.usePart(part.getText()));
        getChildren().addAll(heading, none, head, about, tabs);
        model.node().addListener((property, before, now) -> show(now));
        texts.language().addListener((property, before, now) -> show(model.node().get()));
        show(model.node().get());
    }

    /** Puts the keyboard focus on the node's name, ready to be replaced. */
    public void editName() {
        if (name.isVisible() && name.isEditable()) {
            name.requestFocus();
            name.selectAll();
        }
    }

    private void field(int row, String key, TextField field, String id) {
        var label = new Label();
        label.textProperty().bind(texts.bind(key));
        label.getStyleClass().add("field-label");
        label.setLabelFor(field);
        field.setId(id);
        field.accessibleTextProperty().bind(texts.bind(key));
        GridPane.setHgrow(field, Priority.ALWAYS);
        head.addRow(row, label, field);
    }

    private Tab tab(String key, String id, javafx.scene.Node content) {
        var tab = new Tab();
        tab.setId(id);
        tab.textProperty().bind(texts.bind(key));
        tab.setClosable(false);
        tab.setContent(content);
        return tab;
    }

    private static void commit(TextField field, Runnable action) {
        field.setOnAction(event -> action.run());
        field.focusedProperty()
                .addListener((property, before, now) -> {
                    if (!now) {
                        action.run();
                    }
                });
    }

    private void show(@Nullable Node node) {
        boolean some = node != null;
        visible(none, !some);
        visible(head, some);
        visible(tabs, some);
        visible(about, false);
        if (node == null) {
            return;
        }
        boolean isPart = node.role() == Node.Role.PART;
        name.setText(node.name());
        name.setEditable(isPart);
        part.setText(node.component() == null ? "" : node.component());
        part.setPromptText(node.name());
        part.setEditable(isPart);
        part.setDisable(!isPart);
        visible(about, !isPart);
        if (!isPart) {
            about.setText(
                    texts.get(
                            node.role() == Node.Role.INPUT
                                    ? "inspector.virtual.input"
                                    : "inspector.virtual.output"));
        }
    }

    private static void visible(javafx.scene.Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
