package dev.arcrun.desktop.problems;

import atlantafx.base.theme.Styles;
import dev.arcrun.desktop.document.DocumentModel;
import dev.arcrun.desktop.document.StepName;
import dev.arcrun.desktop.look.Icons;
import dev.arcrun.desktop.look.Texts;
import dev.arcrun.engine.document.Problem;
import java.util.Locale;
import java.util.function.IntConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/** The problems of the opened recipe: a click goes to the place, a button mends it. */
public final class ProblemsView extends ListView<Problem> {
    private static final double BESIDE_MESSAGE = 80;

    private final DocumentModel documents;
    private final Texts texts;

    /**
     * A list of problems.
     *
     * @param goTo shows a position of the document
     */
    public ProblemsView(DocumentModel documents, Texts texts, IntConsumer goTo) {
        this.documents = documents;
        this.texts = texts;
        setId("problems");
        getStyleClass().add("problems");
        var none = new Label();
        none.textProperty().bind(texts.bind("problems.none"));
        setPlaceholder(none);
        accessibleTextProperty().bind(texts.bind("window.tab.problems"));
        setCellFactory(view -> new Cell());
        documents.problems().addListener((property, before, now) -> getItems().setAll(now));
        getItems().setAll(documents.problems().get());
        texts.language().addListener((property, before, now) -> refresh());
        setOnMouseClicked(event -> go(goTo));
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                go(goTo);
            }
        });
    }

    private void go(IntConsumer goTo) {
        Problem chosen = getSelectionModel().getSelectedItem();
        if (chosen != null) {
            goTo.accept(chosen.place().start());
        }
    }

    private static Ikon iconOf(Problem.Severity severity) {
        return switch (severity) {
            case ERROR -> MaterialDesignA.ALERT_CIRCLE_OUTLINE;
            case WARNING -> MaterialDesignA.ALERT_OUTLINE;
            case INFO -> MaterialDesignI.INFORMATION_OUTLINE;
        };
    }

    private final class Cell extends ListCell<Problem> {
        private final FontIcon icon = Icons.of(MaterialDesignA.ALERT_CIRCLE_OUTLINE);
        private final Label message = new Label();
        private final Label place = new Label();
        private final HBox fixes = new HBox();
        private final HBox line;

        Cell() {
            message.setWrapText(true);
            message.setMinWidth(0);
            message.prefWidthProperty()
                    .bind(ProblemsView.this.widthProperty().subtract(BESIDE_MESSAGE));
            place.getStyleClass().add("subtle");
            fixes.getStyleClass().add("fixes");
            line = new HBox(icon, new VBox(message, place, fixes));
            line.getStyleClass().add("problem-line");
        }

        @Override
        protected void updateItem(Problem problem, boolean empty) {
            super.updateItem(problem, empty);
            if (empty) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            String severity = problem.severity().name().toLowerCase(Locale.ROOT);
            icon.setIconCode(iconOf(problem.severity()));
            icon.getStyleClass().setAll("ikonli-font-icon", "severity-" + severity);
            message.setText(problem.message());
            place.setText(
                    texts.get(
                                    "problems.place",
                                    String.valueOf(problem.place().line()),
                                    String.valueOf(problem.place().column()))
                            + "  "
                            + problem.code());
            fixes.getChildren().clear();
            fixes.setVisible(!problem.fixes().isEmpty());
            fixes.setManaged(!problem.fixes().isEmpty());
            for (Problem.QuickFix fix : problem.fixes()) {
                var button = new Button(fix.label());
                button.setMnemonicParsing(false);
                button.getStyleClass().addAll(Styles.SMALL, Styles.ACCENT);
                button.setOnAction(event ->
                        documents.edit(StepName.of("undo.fix", fix.label()), null, fix.edits()));
                fixes.getChildren().add(button);
            }
            setAccessibleText(
                    texts.get("problems.severity." + severity) + ": " + problem.message());
            setGraphic(line);
        }
    }
}
