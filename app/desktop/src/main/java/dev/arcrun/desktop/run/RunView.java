package dev.arcrun.desktop.run;

import dev.arcrun.desktop.json.JsonArea;
import dev.arcrun.desktop.look.Durations;
import dev.arcrun.desktop.look.Texts;
import dev.arcrun.engine.schedule.Outcome;
import dev.arcrun.engine.schedule.TraceEntry;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Input, steps and result of a run, side by side below the recipe. */
public final class RunView extends SplitPane {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final PseudoClass SUCCEEDED = PseudoClass.getPseudoClass("succeeded");

    private final RunViewModel model;
    private final Texts texts;
    private final Label status = new Label();
    private final Label error = new Label();
    private final Label resultHeading = new Label();
    private final JsonArea result;

    public RunView(RunViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("run");
        getStyleClass().add("run-view");
        status.getStyleClass().add("run-status");
        status.setId("run-status");
        error.getStyleClass().add("error-box");
        error.setId("run-error");
        error.setWrapText(true);
        error.setMaxWidth(Double.MAX_VALUE);
        var placeholder = new Label();
        placeholder.textProperty().bind(texts.bind("run.result.none"));
        result = JsonArea.shown(texts, "run-result", texts.bind("run.result"), placeholder);
        getItems().addAll(inputPane(), new TraceView(model, texts), resultPane());
        setDividerPositions(0.26, 0.62);
        model.running().addListener((property, before, now) -> refresh());
        model.result().addListener((property, before, now) -> refresh());
        texts.language().addListener((property, before, now) -> refresh());
        refresh();
    }

    private Node inputPane() {
        var heading = new Label();
        heading.textProperty().bind(texts.bind("run.input"));
        heading.getStyleClass().add("panel-heading");
        var trouble = new Label();
        trouble.getStyleClass().add("error-box");
        trouble.setWrapText(true);
        trouble.setMaxWidth(Double.MAX_VALUE);
        trouble.textProperty().bind(texts.bind("run.input.bad", model.inputTrouble()));
        trouble.visibleProperty().bind(model.inputTrouble().isNotNull());
        trouble.managedProperty().bind(trouble.visibleProperty());
        JsonArea input =
                JsonArea.edited(texts, "run-input", texts.bind("run.input"), model.input());
        VBox.setVgrow(input, Priority.ALWAYS);
        return panel(heading, trouble, input);
    }

    private Node resultPane() {
        resultHeading.textProperty().bind(texts.bind("run.result"));
        resultHeading.getStyleClass().add("panel-heading");
        var head = new HBox(resultHeading, status);
        head.getStyleClass().add("panel-head");
        VBox.setVgrow(result, Priority.ALWAYS);
        return panel(head, error, result);
    }

    private static Node panel(Node... children) {
        var panel = new VBox(children);
        panel.getStyleClass().add("bottom-panel");
        return panel;
    }

    private void refresh() {
        RunResult ended = model.result().get();
        Outcome outcome = ended == null ? null : ended.outcome();
        boolean failed = ended != null && (outcome == null || isFailure(outcome));
        status.pseudoClassStateChanged(FAILED, failed);
        status.pseudoClassStateChanged(SUCCEEDED, ended != null && !failed);
        status.setText(statusOf(ended));
        String problem = problemOf(ended);
        error.setText(problem);
        error.setVisible(!problem.isEmpty());
        error.setManaged(!problem.isEmpty());
        result.show(outcome == null ? null : outcome.data());
    }

    private static boolean isFailure(Outcome outcome) {
        return outcome.status() != Outcome.Status.SUCCEEDED;
    }

    private String statusOf(@Nullable RunResult ended) {
        if (model.running().get()) {
            return texts.get("run.status.running");
        }
        if (ended == null) {
            return texts.get("run.status.idle");
        }
        Outcome outcome = ended.outcome();
        String name =
                outcome == null ? "failed" : outcome.status().name().toLowerCase(Locale.ROOT);
        return texts.get("run.status." + name) + " · " + Durations.of(ended.durationMs());
    }

    private String problemOf(@Nullable RunResult ended) {
        if (ended == null) {
            return "";
        }
        if (ended.trouble() != null) {
            return ended.trouble();
        }
        Outcome outcome = ended.outcome();
        if (outcome == null || outcome.error() == null) {
            return "";
        }
        String where = outcome.failedNode() == null ? "" : outcome.failedNode() + ": ";
        String code =
                outcome.errorCode() == null
                        ? ""
                        : "\n" + texts.get("run.error.code", outcome.errorCode());
        return where + outcome.error() + code;
    }

    static String statusOf(TraceEntry entry, Texts texts) {
        return texts.get("run.status." + entry.status().name().toLowerCase(Locale.ROOT));
    }
}
