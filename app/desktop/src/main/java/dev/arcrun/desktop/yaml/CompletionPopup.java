package dev.arcrun.desktop.yaml;

import dev.arcrun.desktop.completion.Candidate;
import dev.arcrun.desktop.completion.Completion;
import dev.arcrun.desktop.completion.CompletionViewModel;
import dev.arcrun.desktop.look.Texts;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.fxmisc.richtext.CodeArea;
import org.jspecify.annotations.Nullable;

/** The list under the caret. Arrow keys choose, Enter and Tab write, Escape closes. */
final class CompletionPopup {
    private static final int MOST_ROWS = 9;
    private static final double ROW = 26;
    private static final String FILL_IN = "()";

    private final CompletionViewModel model;
    private final YamlViewModel yaml;
    private final CodeArea area;
    private final Popup popup = new Popup();
    private final ListView<Candidate> list = new ListView<>();
    private final Label about = new Label();
    private final VBox box = new VBox();

    CompletionPopup(CompletionViewModel model, YamlViewModel yaml, CodeArea area, Texts texts) {
        this.model = model;
        this.yaml = yaml;
        this.area = area;
        list.setId("completion");
        list.getStyleClass().add("completion-list");
        list.accessibleTextProperty().bind(texts.bind("yaml.completion.accessible"));
        list.setFocusTraversable(false);
        list.setFixedCellSize(ROW);
        list.setCellFactory(view -> new CandidateCell());
        list.setOnMouseClicked(click -> {
            if (click.getButton() == MouseButton.PRIMARY) {
                model.selected().set(list.getSelectionModel().getSelectedIndex());
                write();
            }
        });
        about.getStyleClass().add("completion-about");
        about.setWrapText(true);
        box.getChildren().addAll(list, about);
        box.getStyleClass().addAll("studio", "completion");
        popup.getContent().add(box);
        popup.setAutoHide(true);
        popup.setOnHidden(event -> model.close());
        model.shown().addListener((property, before, now) -> show(now));
        model.selected().addListener((property, before, now) -> select(now.intValue()));
    }

    /** Takes the keys meant for the list while it is open. */
    void handle(KeyEvent event) {
        if (!model.isOpen()) {
            return;
        }
        switch (event.getCode()) {
            case DOWN -> model.move(1);
            case UP -> model.move(-1);
            case PAGE_DOWN -> model.move(MOST_ROWS - 1);
            case PAGE_UP -> model.move(1 - MOST_ROWS);
            case ENTER, TAB -> write();
            case ESCAPE -> model.close();
            case LEFT, RIGHT, HOME, END -> {
                model.close();
                return;
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void write() {
        Candidate chosen = model.chosen();
        int start = yaml.shown(model.shown().get().start());
        int caret = area.getCaretPosition();
        model.close();
        if (chosen == null || start > caret) {
            return;
        }
        area.replaceText(start, caret, chosen.insert());
        int hole = chosen.insert().indexOf(FILL_IN);
        if (hole >= 0) {
            area.moveTo(start + hole + 1);
        }
        area.requestFocus();
        area.requestFollowCaret();
    }

    private void show(Completion completion) {
        if (completion.isEmpty()) {
            popup.hide();
            return;
        }
        list.getItems().setAll(completion.candidates());
        list.setPrefHeight(
                Math.min(MOST_ROWS, completion.candidates().size()) * list.getFixedCellSize() + 2);
        select(model.selected().get());
        Bounds caret = area.getCaretBounds().orElse(null);
        if (caret != null && area.getScene() != null) {
            box.getStylesheets().setAll(area.getScene().getRoot().getStylesheets());
            popup.show(area.getScene().getWindow(), caret.getMinX(), caret.getMaxY() + 2);
        }
    }

    private void select(int index) {
        if (index < list.getItems().size()) {
            list.getSelectionModel().select(index);
            list.scrollTo(Math.max(0, index - MOST_ROWS / 2));
            String words = list.getItems().get(index).about();
            about.setText(words);
            about.setVisible(!words.isEmpty());
            about.setManaged(!words.isEmpty());
        }
    }

    private static final class CandidateCell extends ListCell<Candidate> {
        private final Label label = new Label();
        private final Label detail = new Label();
        private final HBox line;

        CandidateCell() {
            label.getStyleClass().add("mono");
            label.setMinWidth(Region.USE_PREF_SIZE);
            detail.getStyleClass().add("muted");
            var gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            line = new HBox(label, gap, detail);
            line.getStyleClass().add("completion-line");
        }

        @Override
        protected void updateItem(@Nullable Candidate candidate, boolean empty) {
            super.updateItem(candidate, empty);
            if (empty || candidate == null) {
                setGraphic(null);
            } else {
                label.setText(candidate.label());
                detail.setText(candidate.detail());
                setGraphic(line);
            }
        }
    }
}
