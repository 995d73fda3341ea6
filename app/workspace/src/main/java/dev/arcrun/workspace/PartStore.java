package dev.arcrun.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/**
 * The small key-value stores of parts that have one ({@code storage: true}), each part its own.
 * Opened on first use.
 */
final class PartStore implements AutoCloseable {
    private static final int BUSY_MS = 10_000;
    private static final String TABLE =
            "CREATE TABLE IF NOT EXISTS entries (part TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL,"
                    + " expires_at INTEGER, PRIMARY KEY (part, name)) WITHOUT ROWID";

    private final Path file;
    private final InstantSource clock;
    private @Nullable Connection connection;

    PartStore(Path file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
    }

    /** The value, or null where there is none or its time is over. */
    synchronized @Nullable String get(String part, String name) {
        try (PreparedStatement query =
                open().prepareStatement(
                                "SELECT value FROM entries WHERE part = ? AND name = ?"
                                        + " AND (expires_at IS NULL OR expires_at > ?)")) {
            query.setString(1, part);
            query.setString(2, name);
            query.setLong(3, clock.millis());
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /**
     * @param ttlSeconds how long the value lives; 0: for good
     */
    synchronized void put(String part, String name, String value, long ttlSeconds) {
        try (PreparedStatement update =
                open().prepareStatement("INSERT OR REPLACE INTO entries VALUES (?, ?, ?, ?)")) {
            update.setString(1, part);
            update.setString(2, name);
            update.setString(3, value);
            update.setObject(4, ttlSeconds == 0 ? null : clock.millis() + ttlSeconds * 1000);
            update.executeUpdate();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private Connection open() throws SQLException {
        Connection open = connection;
        if (open == null) {
            try {
                Files.createDirectories(file.toAbsolutePath().getParent());
            } catch (IOException e) {
                throw new WorkspaceException(
                        file.getParent() + " can't be made: " + e.getMessage(), e);
            }
            var config = new SQLiteConfig();
            config.setJournalMode(SQLiteConfig.JournalMode.WAL);
            config.setBusyTimeout(BUSY_MS);
            open = config.createConnection("jdbc:sqlite:" + file);
            try (Statement statement = open.createStatement()) {
                statement.executeUpdate(TABLE);
            }
            connection = open;
        }
        return open;
    }

    private WorkspaceException failure(SQLException e) {
        return new WorkspaceException(
                "The store of parts " + file + " can't be used: " + e.getMessage(), e);
    }

    @Override
    public synchronized void close() {
        try {
            if (connection != null) {
                connection.close();
                connection = null;
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }
}
