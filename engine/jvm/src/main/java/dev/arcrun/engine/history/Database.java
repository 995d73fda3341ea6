package dev.arcrun.engine.history;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.sqlite.SQLiteConfig;

/** One connection to the history file, its schema in place. */
final class Database {
    private static final int BUSY_MS = 10_000;

    private Database() {}

    static Connection open(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            var config = new SQLiteConfig();
            config.setJournalMode(SQLiteConfig.JournalMode.WAL);
            config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
            config.setBusyTimeout(BUSY_MS);
            config.enforceForeignKeys(true);
            Connection connection = config.createConnection("jdbc:sqlite:" + file);
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate(schema());
            }
            return connection;
        } catch (IOException | SQLException e) {
            throw new HistoryException(
                    "The run history "
                            + file
                            + " can't be opened: "
                            + e.getMessage()
                            + ". Move the file away to start a new one.",
                    e);
        }
    }

    private static String schema() throws IOException {
        try (InputStream in = Database.class.getResourceAsStream("history.sql")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
