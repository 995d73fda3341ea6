package dev.arcrun.desktop.inspector;

import atlantafx.base.theme.Styles;
import dev.arcrun.desktop.json.JsonArea;
import dev.arcrun.desktop.look.Texts;
import dev.arcrun.desktop.run.ErrorMeanings;
import dev.arcrun.desktop.run.RunViewModel;
import dev.arcrun.engine.recipe.Node;
import dev.arcrun.engine.schedule.TraceEntry;
import dev.arcrun.engine.schedule.TraceEntry.Status;
import java.util.List;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What went into the chosen node in the last run, or what came out of it. */
final class NodeRunView extends VBox {
    enum Side {
        INPUT,
        OUTPUT
    }

    private final InspectorViewModel model;
    private final RunViewModel runs;
    private final ErrorMeanings meanings;
    private final Texts texts;
    private final Side side;
    private final Label hint = new Label();
    private final Label error = new Label();
    private final ComboBox<TraceEntry> iterations = new ComboBox<>();
    private final HBox iterationLine;
    private final JsonArea json;
    private boolean showing;

    NodeRunView(
            InspectorViewModel model,
            RunViewModel runs,
            ErrorMeanings meanings,
            Texts texts,
            Side side) {
        this.model = model;
        this.meanings = meanings;
        this.runs = runs;
        this.texts = texts;
        this.side = side;
        String name = side.name().toLowerCase(Locale.ROOT);
        getStyleClass().add("node-run");
        hint.getStyleClass().addAll("muted", "panel-hint");
        hint.setWrapText(true);
        error.getStyleClass().addAll("error-box");
        error.setWrapText(true);
        error.setMaxWidth(Double.MAX_VALUE);
        json = JsonArea.shown(texts, "node-" + name, texts.bind("inspector.tab." + name), null);
        VBox.setVgrow(json, Priority.ALWAYS);
        var label = new Label();
        label.textProperty().bind(texts.bind("inspector.run.iteration"));
        label.getStyleClass().add("field-label");
        iterations.getStyleClass().add(Styles.SMALL);
        iterations.setCellFactory(list -> new IterationCell());
        iterations.setButtonCell(new IterationCell());
        iterations.accessibleTextProperty().bind(texts.bind("inspector.run.iteration"));
        iterationLine = new HBox(label, iterations);
        iterationLine.getStyleClass().add("iteration-line");
        getChildren().addAll(iterationLine, hint, error, json);
        model.node().addListener((property, before, now) -> refresh());
        runs.entries().list().addListener((ListChangeListener<TraceEntry>) change -> refresh());
        texts.language().addListener((property, before, now) -> refresh());
        iterations
                .getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, now) -> {
                    if (!showing) {
                        show(now);
                    }
                });
        meanings.onArrival(this::refresh);
        refresh();
    }

    private void refresh() {
        Node node = model.node().get();
        List<TraceEntry> entries = node == null ? List.of() : runs.entries().of(node.name());
        showing = true;
        int chosen = iterations.getSelectionModel().getSelectedIndex();
        iterations.getItems().setAll(entries);
        int index = chosen >= 0 && chosen < entries.size() ? chosen : entries.size() - 1;
        iterations.getSelectionModel().select(index);
        showing = false;
        visible(iterationLine, entries.size() > 1);
        show(entries.isEmpty() ? null : entries.get(index));
    }

    private void show(@Nullable TraceEntry entry) {
        String text = "";
        if (entry == null) {
            text = texts.get("inspector.run.none");
        } else if (entry.status() == Status.SKIPPED) {
            text = texts.get("inspector.run.skipped");
        } else if (entry.status() == Status.RUNNING && side == Side.OUTPUT) {
            text = texts.get("inspector.run.running");
        }
        hint.setText(text);
        visible(hint, !text.isEmpty());
        String trouble = side == Side.OUTPUT && entry != null ? errorOf(entry) : "";
        error.setText(trouble);
        visible(error, !trouble.isEmpty());
        visible(json, text.isEmpty());
        json.show(entry == null ? null : side == Side.INPUT ? entry.input() : entry.output());
    }

    private String errorOf(TraceEntry entry) {
        if (entry.error() == null) {
            return "";
        }
        return entry.errorCode() == null
                ? entry.error()
                : meaningOf(entry, entry.errorCode())
                        + entry.error()
                        + "\n"
                        + texts.get("run.error.code", entry.errorCode());
    }

    private String meaningOf(TraceEntry entry, String code) {
        String meaning = meanings.of(entry.part(), code, texts.tag());
        return meaning.isEmpty() ? "" : meaning + "\n";
    }

    private static void visible(javafx.scene.Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private static final class IterationCell extends ListCell<TraceEntry> {
        @Override
        protected void updateItem(TraceEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            setText(
                    empty || entry == null
                            ? null
                            : String.join(
                                    " · ",
                                    entry.key().iteration().stream()
                                            .map(i -> Integer.toString(i + 1))
                                            .toList()));
        }
    }
}
