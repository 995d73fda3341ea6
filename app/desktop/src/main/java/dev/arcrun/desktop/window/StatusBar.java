package dev.arcrun.desktop.window;

import dev.arcrun.desktop.look.Icons;
import dev.arcrun.desktop.look.Texts;
import dev.arcrun.engine.document.Problem;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/** One line at the bottom: workspace, saved or not, problems. */
final class StatusBar extends HBox {
    private static final PseudoClass ERRORS = PseudoClass.getPseudoClass("errors");

    StatusBar(StudioModel model, Texts texts, Runnable showProblems) {
        getStyleClass().add("status-bar");
        var workspace = new Label(null, Icons.of(MaterialDesignF.FOLDER_OUTLINE));
        workspace
                .textProperty()
                .bind(
                        texts.bind(
                                "status.workspace",
                                new SimpleStringProperty(model.recipes().workspaceName())));
        var saved = new Label();
        saved.setId("status-saved");
        saved.textProperty()
                .bind(
                        Bindings.when(model.documents().modified())
                                .then(texts.bind("status.modified"))
                                .otherwise(texts.bind("status.saved")));
        var stale = new Label();
        stale.setId("status-stale");
        stale.getStyleClass().add("stale");
        stale.textProperty().bind(texts.bind("status.stale"));
        stale.visibleProperty().bind(model.graph().stale());
        stale.managedProperty().bind(stale.visibleProperty());
        var problems = new Label();
        Node fine = Icons.of(MaterialDesignC.CHECK_CIRCLE_OUTLINE);
        Node alert = Icons.of(MaterialDesignA.ALERT_CIRCLE_OUTLINE);
        problems.graphicProperty()
                .bind(
                        Bindings.createObjectBinding(
                                () -> model.documents().problems().get().isEmpty() ? fine : alert,
                                model.documents().problems()));
        problems.setId("status-problems");
        problems.setOnMouseClicked(event -> showProblems.run());
        problems.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> textOf(model.documents().problems().get(), texts),
                                model.documents().problems(),
                                texts.language()));
        model.documents()
                .problems()
                .addListener((property, before, now) ->
                        problems.pseudoClassStateChanged(
                                ERRORS, count(now, Problem.Severity.ERROR) > 0));
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(workspace, saved, stale, space, problems);
    }

    private static String textOf(List<Problem> problems, Texts texts) {
        return problems.isEmpty()
                ? texts.get("status.clean")
                : texts.get(
                        "status.problems",
                        count(problems, Problem.Severity.ERROR),
                        count(problems, Problem.Severity.WARNING));
    }

    private static long count(List<Problem> problems, Problem.Severity severity) {
        return problems.stream().filter(problem -> problem.severity() == severity).count();
    }
}
