package dev.arcrun.desktop.run;

import atlantafx.base.theme.Styles;
import dev.arcrun.desktop.look.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Asks whether a host that a run was kept from may be reached; shown only then. */
final class BlockedHostView extends HBox {
    BlockedHostView(RunViewModel model, Texts texts) {
        setId("blocked-host");
        getStyleClass().add("question-box");
        setAlignment(Pos.CENTER_LEFT);
        var question = new Label();
        question.textProperty().bind(texts.bind("run.host.blocked", model.blockedHost()));
        question.setWrapText(true);
        HBox.setHgrow(question, Priority.ALWAYS);
        question.setMaxWidth(Double.MAX_VALUE);
        var allow = new Button();
        allow.setId("allow-host");
        allow.textProperty().bind(texts.bind("run.host.allow"));
        allow.getStyleClass().add(Styles.SMALL);
        allow.setMinWidth(USE_PREF_SIZE);
        allow.setOnAction(event -> model.allowBlockedHost());
        getChildren().addAll(question, allow);
        visibleProperty().bind(model.blockedHost().isNotNull().and(model.running().not()));
        managedProperty().bind(visibleProperty());
        setMinHeight(USE_PREF_SIZE);
    }
}
