package dev.arcrun.desktop.log;

import java.time.LocalTime;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The last things the studio did, oldest first. */
public final class LogViewModel {
    private static final int MOST_LINES = 2_000;

    /** How a line is shown. */
    public enum Level {
        INFO,
        WARNING,
        ERROR
    }

    /**
     * A line.
     *
     * @param key of its text
     */
    public record Line(LocalTime time, Level level, String key, List<String> arguments) {
        public Line {
            arguments = List.copyOf(arguments);
        }
    }

    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ObservableList<Line> shownLines = FXCollections.unmodifiableObservableList(lines);

    public ObservableList<Line> lines() {
        return shownLines;
    }

    public void info(String key, String... arguments) {
        add(Level.INFO, key, arguments);
    }

    public void warning(String key, String... arguments) {
        add(Level.WARNING, key, arguments);
    }

    public void error(String key, String... arguments) {
        add(Level.ERROR, key, arguments);
    }

    private void add(Level level, String key, String... arguments) {
        if (lines.size() >= MOST_LINES) {
            lines.removeFirst();
        }
        lines.add(new Line(LocalTime.now(), level, key, List.of(arguments)));
    }
}
