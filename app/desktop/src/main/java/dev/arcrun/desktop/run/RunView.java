package dev.arcrun.desktop.run;

import dev.arcrun.desktop.json.JsonArea;
import dev.arcrun.desktop.look.Texts;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Input, steps and result of a run, side by side below the recipe. */
public final class RunView extends SplitPane {
    private static final double INPUT_END = 0.2;
    private static final double STEPS_END = 0.6;

    public RunView(RunViewModel model, Texts texts) {
        setId("run");
        getStyleClass().add("run-view");
        getItems()
                .addAll(
                        inputPane(model, texts),
                        new TraceView(model, texts),
                        new OutcomeView(model, texts));
        setDividerPositions(INPUT_END, STEPS_END);
    }

    private static Node inputPane(RunViewModel model, Texts texts) {
        var heading = new Label();
        heading.textProperty().bind(texts.bind("run.input"));
        heading.getStyleClass().add("panel-heading");
        var trouble = new Label();
        trouble.setId("run-input-trouble");
        trouble.getStyleClass().add("error-box");
        trouble.setWrapText(true);
        trouble.setMaxWidth(Double.MAX_VALUE);
        trouble.textProperty().bind(texts.bind("run.input.bad", model.inputTrouble()));
        trouble.visibleProperty().bind(model.inputTrouble().isNotNull());
        trouble.managedProperty().bind(trouble.visibleProperty());
        JsonArea input =
                JsonArea.edited(texts, "run-input", texts.bind("run.input"), model.input());
        VBox.setVgrow(input, Priority.ALWAYS);
        var panel = new VBox(heading, trouble, input);
        panel.getStyleClass().add("bottom-panel");
        return panel;
    }
}
