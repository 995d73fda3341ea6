package dev.arcrun.desktop.log;

import dev.arcrun.desktop.look.Texts;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;

/** The log, newest line in sight. */
public final class LogView extends ListView<LogViewModel.Line> {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    public LogView(LogViewModel model, Texts texts) {
        setId("log");
        getStyleClass().add("log");
        setItems(model.lines());
        accessibleTextProperty().bind(texts.bind("window.tab.log"));
        setCellFactory(view -> new Cell(texts));
        model.lines()
                .addListener(
                        (ListChangeListener<LogViewModel.Line>)
                                change -> scrollTo(model.lines().size() - 1));
        texts.language().addListener((property, before, now) -> refresh());
    }

    private static final class Cell extends ListCell<LogViewModel.Line> {
        private final Texts texts;

        Cell(Texts texts) {
            this.texts = texts;
            setWrapText(true);
        }

        @Override
        protected void updateItem(LogViewModel.Line line, boolean empty) {
            super.updateItem(line, empty);
            for (LogViewModel.Level level : LogViewModel.Level.values()) {
                pseudoClassStateChanged(
                        PseudoClass.getPseudoClass(level.name().toLowerCase(Locale.ROOT)),
                        !empty && line.level() == level);
            }
            setText(
                    empty
                            ? null
                            : TIME.format(line.time())
                                    + "   "
                                    + texts.get(line.key(), line.arguments().toArray()));
        }
    }
}
