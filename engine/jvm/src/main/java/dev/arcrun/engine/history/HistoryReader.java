package dev.arcrun.engine.history;

import dev.arcrun.engine.run.RunRecord;
import dev.arcrun.engine.schedule.Event;
import dev.arcrun.engine.schedule.RunContext;
import dev.arcrun.engine.schedule.TraceEntry;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the history. Safe for several threads: one at a time. */
final class HistoryReader implements AutoCloseable {
    private static final String NEWEST = " ORDER BY started_at DESC, run_id DESC LIMIT ?";

    /** Records hold results as deep as results may be, some levels down. */
    private static final int STORED_DEPTH = JsonReader.MAX_DEPTH + 20;

    private final Connection connection;

    HistoryReader(Connection connection) {
        this.connection = connection;
    }

    List<RunRecord> newest(int count) {
        return query("SELECT * FROM runs" + NEWEST, HistoryReader::record, Integer.toString(count));
    }

    List<RunRecord> newest(String recipe, int count) {
        return query(
                "SELECT * FROM runs WHERE recipe = ?" + NEWEST,
                HistoryReader::record,
                recipe,
                Integer.toString(count));
    }

    @Nullable RunRecord find(String runId) {
        List<RunRecord> found =
                query("SELECT * FROM runs WHERE run_id = ?", HistoryReader::record, runId);
        if (found.isEmpty()) {
            return null;
        }
        RunRecord record = found.getFirst();
        List<TraceEntry> trace =
                query(
                        "SELECT entry FROM trace WHERE run_id = ? ORDER BY seq",
                        row -> TraceEntryJson.read(object(row, "entry")),
                        runId);
        return new RunRecord(
                record.runId(),
                record.recipe(),
                record.status(),
                record.startedAt(),
                record.durationMs(),
                record.input(),
                record.data(),
                record.error(),
                record.errorCode(),
                record.failedNode(),
                record.failedItems(),
                trace);
    }

    @Nullable StoredRun stored(String runId) {
        List<Event> events =
                query(
                        "SELECT event FROM events WHERE run_id = ? ORDER BY seq",
                        row -> EventJson.read(object(row, "event")),
                        runId);
        List<StoredRun> found =
                query(
                        "SELECT * FROM runs JOIN sources ON sha256 = source_sha256 WHERE run_id = ?",
                        row ->
                                new StoredRun(
                                        row.getString("source"),
                                        new RunContext(
                                                runId,
                                                JsonReader.read(
                                                        row.getString("input"), STORED_DEPTH),
                                                row.getString("triggered_by"),
                                                row.getString("scheduled_at"),
                                                "replay",
                                                row.getInt("depth")),
                                        events),
                        runId);
        return found.isEmpty() ? null : found.getFirst();
    }

    List<StoredReport> reports(String runId) {
        return query(
                "SELECT call_key, attempt, report FROM reports WHERE run_id = ? ORDER BY call_key, attempt",
                row ->
                        new StoredReport(
                                row.getString("call_key"),
                                row.getInt("attempt"),
                                CallReportJson.read(object(row, "report"))),
                runId);
    }

    private static RunRecord record(ResultSet row) throws SQLException {
        return new RunRecord(
                row.getString("run_id"),
                row.getString("recipe"),
                RunRecord.Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                Instant.ofEpochMilli(row.getLong("started_at")),
                row.getLong("duration_ms"),
                JsonReader.read(row.getString("input"), STORED_DEPTH),
                json(row, "data"),
                row.getString("error"),
                row.getString("error_code"),
                row.getString("failed_node"),
                row.getInt("failed_items"),
                List.of());
    }

    private static @Nullable Json json(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : JsonReader.read(text, STORED_DEPTH);
    }

    private static Json.Obj object(ResultSet row, String column) throws SQLException {
        if (JsonReader.read(row.getString(column), STORED_DEPTH) instanceof Json.Obj object) {
            return object;
        }
        throw new IllegalArgumentException("the history holds no object in " + column);
    }

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private synchronized <T> List<T> query(String sql, Row<T> row, String... values) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            List<T> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(row.read(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new HistoryException(
                    "The run history can't be read: "
                            + e.getMessage()
                            + ". Move the file away to start a new one.",
                    e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new HistoryException("The run history can't be closed: " + e.getMessage(), e);
        }
    }
}
