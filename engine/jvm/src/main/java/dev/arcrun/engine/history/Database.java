package dev.arcrun.engine.history;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.sqlite.SQLiteConfig;

/** One connection to the history file, its schema in place. */
final class Database {
    /**
     * Of the tables in history.sql; a change of them is a new one, with the steps that lead to it.
     */
    private static final int VERSION = 1;

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
            prepare(connection, file);
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

    private static void prepare(Connection connection, Path file) throws IOException, SQLException {
        try (Statement statement = connection.createStatement()) {
            int version;
            try (ResultSet row = statement.executeQuery("PRAGMA user_version")) {
                version = row.getInt(1);
            }
            if (version > VERSION) {
                connection.close();
                throw new HistoryException(
                        "The run history "
                                + file
                                + " was written by a newer Arcrun. Update this one, or move the file away.",
                        null);
            }
            statement.executeUpdate(schema());
            statement.executeUpdate("PRAGMA user_version = " + VERSION);
        }
    }

    private static String schema() throws IOException {
        try (InputStream in = Database.class.getResourceAsStream("history.sql")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
