package dev.arcrun.desktop.inspector;

import atlantafx.base.theme.Styles;
import dev.arcrun.desktop.look.Controls;
import dev.arcrun.desktop.look.Texts;
import java.util.HashMap;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** The parameters as fields, and a line to add one. */
final class ParametersView extends VBox {
    private final InspectorViewModel model;
    private final Texts texts;
    private final VBox form = new VBox();
    private final Label none = new Label();
    private final Map<ParameterRow, ParameterRowView> views = new HashMap<>();

    ParametersView(InspectorViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("parameters");
        form.getStyleClass().add("parameter-form");
        none.textProperty().bind(texts.bind("inspector.parameter.none"));
        none.getStyleClass().add("muted");
        var scroll = new ScrollPane(form);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(scroll, addLine());
        model.rows().addListener((ListChangeListener<ParameterRow>) change -> show());
        show();
    }

    private void show() {
        views.keySet().retainAll(model.rows());
        form.getChildren().clear();
        for (ParameterRow row : model.rows()) {
            form.getChildren()
                    .add(
                            views.computeIfAbsent(
                                    row, key -> new ParameterRowView(key, model, texts)));
        }
        if (model.rows().isEmpty()) {
            form.getChildren().add(none);
        }
    }

    private HBox addLine() {
        var name = new TextField();
        name.setId("parameter-new-name");
        name.promptTextProperty().bind(texts.bind("inspector.parameter.new_name"));
        name.accessibleTextProperty().bind(texts.bind("inspector.parameter.new_name"));
        var value = new TextField();
        value.setId("parameter-new-value");
        value.promptTextProperty().bind(texts.bind("inspector.parameter.new_value"));
        value.accessibleTextProperty().bind(texts.bind("inspector.parameter.new_value"));
        Runnable add =
                () -> {
                    if (model.add(name.getText(), value.getText())) {
                        name.clear();
                        value.clear();
                        name.requestFocus();
                    }
                };
        name.setOnAction(event -> add.run());
        value.setOnAction(event -> add.run());
        Button button =
                Controls.iconButton(MaterialDesignP.PLUS, texts, "inspector.parameter.add", add);
        button.getStyleClass().add(Styles.ACCENT);
        button.disableProperty().bind(name.textProperty().isEmpty());
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox.setHgrow(value, Priority.ALWAYS);
        var line = new HBox(name, value, button);
        line.getStyleClass().add("parameter-add");
        return line;
    }
}
