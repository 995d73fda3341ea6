package dev.arcrun.desktop.run;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import dev.arcrun.desktop.look.Durations;
import dev.arcrun.desktop.look.Texts;
import dev.arcrun.engine.schedule.TraceEntry;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The steps of a run in the order they began. */
final class TraceView extends VBox {
    private static final double NODE_WIDTH = 88;
    private static final double STATUS_WIDTH = 86;
    private static final double NARROW = 48;
    private static final double TIME_WIDTH = 72;

    private final RunViewModel model;
    private final Texts texts;
    private final TableView<TraceEntry> table = new TableView<>();

    TraceView(RunViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().addAll("bottom-panel", "trace-view");
        var heading = new Label();
        heading.textProperty().bind(texts.bind("run.trace"));
        heading.getStyleClass().add("panel-heading");
        var none = new Label();
        none.textProperty().bind(texts.bind("run.trace.none"));
        table.setId("run-trace");
        table.setPlaceholder(none);
        table.setItems(model.entries().list());
        table.getStyleClass().addAll(Styles.DENSE, Tweaks.EDGE_TO_EDGE);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.accessibleTextProperty().bind(texts.bind("run.trace"));
        table.setRowFactory(view -> new Row());
        table.getColumns()
                .setAll(
                        List.of(
                                column("run.trace.node", NODE_WIDTH, e -> e.key().node()),
                                column("run.trace.status", STATUS_WIDTH, e -> statusOf(e, texts)),
                                column(
                                        "run.trace.time",
                                        TIME_WIDTH,
                                        e -> Durations.of(e.durationMs())),
                                column("run.trace.iteration", NARROW, TraceView::iteration),
                                column(
                                        "run.trace.attempt",
                                        NARROW,
                                        e ->
                                                e.attempt() > 1
                                                        ? Integer.toString(e.attempt())
                                                        : "")));
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(heading, table);
        table.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, now) -> {
                    if (now != null) {
                        model.selected().set(now);
                    }
                });
        texts.language().addListener((property, before, now) -> table.refresh());
    }

    private TableColumn<TraceEntry, String> column(
            String key, double width, Function<TraceEntry, String> text) {
        var column = new TableColumn<TraceEntry, String>();
        column.textProperty().bind(texts.bind(key));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        return column;
    }

    private static String statusOf(TraceEntry entry, Texts texts) {
        return texts.get("run.status." + entry.status().name().toLowerCase(Locale.ROOT));
    }

    private static String iteration(TraceEntry entry) {
        return String.join(
                ".", entry.key().iteration().stream().map(i -> Integer.toString(i + 1)).toList());
    }

    private static final class Row extends TableRow<TraceEntry> {
        @Override
        protected void updateItem(@Nullable TraceEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            for (TraceEntry.Status status : TraceEntry.Status.values()) {
                pseudoClassStateChanged(
                        PseudoClass.getPseudoClass(status.name().toLowerCase(Locale.ROOT)),
                        entry != null && entry.status() == status);
            }
        }
    }
}
