package dev.arcrun.desktop.run;

import atlantafx.base.theme.Styles;
import dev.arcrun.desktop.json.JsonArea;
import dev.arcrun.desktop.look.Durations;
import dev.arcrun.desktop.look.Texts;
import dev.arcrun.engine.run.RunRecord;
import dev.arcrun.engine.schedule.TraceEntry;
import dev.arcrun.engine.value.Json;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The result of the run, or what went into the chosen step and what came out of it. */
final class OutcomeView extends VBox {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final PseudoClass SUCCEEDED = PseudoClass.getPseudoClass("succeeded");

    private final RunViewModel model;
    private final Texts texts;
    private final Label status = new Label();
    private final Label error = new Label();
    private final ToggleGroup choice = new ToggleGroup();
    private final ToggleButton result;
    private final ToggleButton stepInput;
    private final ToggleButton stepOutput;
    private final JsonArea json;

    OutcomeView(RunViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("bottom-panel");
        result = toggle("run.result", "show-result", Styles.LEFT_PILL);
        stepInput = toggle("run.step.input", "show-step-input", Styles.CENTER_PILL);
        stepOutput = toggle("run.step.output", "show-step-output", Styles.RIGHT_PILL);
        stepInput.disableProperty().bind(model.selected().isNull());
        stepOutput.disableProperty().bind(model.selected().isNull());
        choice.selectToggle(result);
        status.getStyleClass().add("run-status");
        status.setId("run-status");
        status.setMinWidth(0);
        error.getStyleClass().add("error-box");
        error.setId("run-error");
        error.setWrapText(true);
        error.setMaxWidth(Double.MAX_VALUE);
        error.setMinHeight(USE_PREF_SIZE);
        var placeholder = new Label();
        placeholder.textProperty().bind(texts.bind("run.result.none"));
        json = JsonArea.shown(texts, "run-result", texts.bind("run.result"), placeholder);
        VBox.setVgrow(json, Priority.ALWAYS);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var toggles = new HBox(result, stepInput, stepOutput);
        var head = new HBox(toggles, space, status);
        head.getStyleClass().add("panel-head");
        getChildren().addAll(head, error, new BlockedHostView(model, texts), json);
        choice.selectedToggleProperty()
                .addListener((property, before, now) -> {
                    if (now == null) {
                        choice.selectToggle(before);
                    }
                    refresh();
                });
        model.selected()
                .addListener((property, before, now) -> {
                    if (now == null) {
                        choice.selectToggle(result);
                    } else if (before == null) {
                        choice.selectToggle(stepOutput);
                    }
                    refresh();
                });
        model.running().addListener((property, before, now) -> refresh());
        model.result().addListener((property, before, now) -> refresh());
        texts.language().addListener((property, before, now) -> refresh());
        refresh();
    }

    private ToggleButton toggle(String key, String id, String style) {
        var button = new ToggleButton();
        button.setId(id);
        button.textProperty().bind(texts.bind(key));
        button.setToggleGroup(choice);
        button.getStyleClass().addAll(Styles.SMALL, style);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private void refresh() {
        RunResult ended = model.result().get();
        RunRecord record = ended == null ? null : ended.record();
        boolean succeeded = record != null && record.status() == RunRecord.Status.SUCCEEDED;
        status.pseudoClassStateChanged(FAILED, ended != null && !succeeded);
        status.pseudoClassStateChanged(SUCCEEDED, succeeded);
        status.setText(statusOf(ended));
        TraceEntry step = model.selected().get();
        boolean ofRun = choice.getSelectedToggle() == result || step == null;
        String trouble = ofRun ? troubleOf(ended) : troubleOf(step);
        error.setText(trouble);
        error.setVisible(!trouble.isEmpty());
        error.setManaged(!trouble.isEmpty());
        json.show(ofRun ? dataOf(record) : valueOf(step));
    }

    private static @Nullable Json dataOf(@Nullable RunRecord record) {
        return record == null ? null : record.data();
    }

    private @Nullable Json valueOf(TraceEntry step) {
        return choice.getSelectedToggle() == stepInput ? step.input() : step.output();
    }

    private String statusOf(@Nullable RunResult ended) {
        if (model.running().get()) {
            return texts.get("run.status.running");
        }
        if (ended == null) {
            return texts.get("run.status.idle");
        }
        RunRecord record = ended.record();
        return record == null
                ? texts.get("run.status.failed")
                : texts.get("run.status." + record.status().name().toLowerCase(Locale.ROOT))
                        + " · "
                        + Durations.of(record.durationMs());
    }

    private String troubleOf(@Nullable RunResult ended) {
        if (ended == null) {
            return "";
        }
        if (ended.trouble() != null) {
            return ended.trouble();
        }
        RunRecord record = ended.record();
        if (record == null || record.error() == null) {
            return "";
        }
        String where = record.failedNode() == null ? "" : record.failedNode() + ": ";
        return where + record.error() + codeOf(record.errorCode());
    }

    private String troubleOf(TraceEntry step) {
        return step.error() == null ? "" : step.error() + codeOf(step.errorCode());
    }

    private String codeOf(@Nullable String code) {
        return code == null ? "" : "\n" + texts.get("run.error.code", code);
    }
}
