package dev.arcrun.engine.history;

import dev.arcrun.engine.run.CallReport;
import dev.arcrun.engine.run.RunRecord;
import dev.arcrun.engine.run.RunRecordJson;
import dev.arcrun.engine.run.RunRequest;
import dev.arcrun.engine.schedule.CallKey;
import dev.arcrun.engine.schedule.Event;
import dev.arcrun.engine.schedule.RunContext;
import dev.arcrun.engine.schedule.TraceEntry;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** Writes the history on a thread of its own; all that waits is written in one transaction. */
final class HistoryWriter implements AutoCloseable {
    /** Something to write. */
    sealed interface Entry {}

    record Began(RunContext context, RunRequest request, Instant at, String process)
            implements Entry {}

    record Happened(String runId, Event event) implements Entry {}

    record Reported(String runId, CallKey key, int attempt, CallReport report) implements Entry {}

    record Ended(RunRecord record) implements Entry {}

    private record Job(
            @Nullable Entry entry, @Nullable CompletableFuture<@Nullable Void> written) {}

    private final Connection connection;
    private final BlockingQueue<Job> jobs = new LinkedBlockingQueue<>();
    private final Map<String, Integer> nextEvent = new HashMap<>();
    private final Thread thread;
    private @Nullable HistoryException unwritten;

    HistoryWriter(Connection connection) {
        this.connection = connection;
        LostRuns.mark(connection);
        this.thread = Thread.ofPlatform().daemon().name("run history").start(this::work);
    }

    /** Writes soon. */
    void later(Entry entry) {
        jobs.add(new Job(entry, null));
    }

    /**
     * Returns when this and all before it are written.
     *
     * @throws HistoryException when something since the last such call could not be
     */
    void now(@Nullable Entry entry) {
        var written = new CompletableFuture<@Nullable Void>();
        jobs.add(new Job(entry, written));
        try {
            written.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof HistoryException failure ? failure : e;
        }
    }

    @Override
    public void close() {
        now(null);
        thread.interrupt();
        try {
            thread.join();
            connection.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private void work() {
        var batch = new ArrayList<Job>();
        try {
            while (true) {
                batch.add(jobs.take());
                jobs.drainTo(batch);
                writeAll(batch);
                batch.clear();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void writeAll(List<Job> batch) {
        HistoryException failure = null;
        try {
            connection.setAutoCommit(false);
            for (Job job : batch) {
                if (job.entry() != null) {
                    write(job.entry());
                }
            }
            connection.commit();
        } catch (SQLException e) {
            failure = failure(e);
            unwritten = failure;
            try {
                connection.rollback();
            } catch (SQLException again) {
                failure.addSuppressed(again);
            }
        }
        HistoryException since = unwritten;
        for (Job job : batch) {
            if (job.written() != null) {
                unwritten = null;
                if (since == null) {
                    job.written().complete(null);
                } else {
                    job.written().completeExceptionally(since);
                }
            }
        }
    }

    private void write(Entry entry) throws SQLException {
        switch (entry) {
            case Began began -> began(began);
            case Happened(String runId, Event event) ->
                    execute(
                            "INSERT INTO events VALUES (?, ?, ?)",
                            runId,
                            nextEvent.merge(runId, 1, Integer::sum) - 1,
                            JsonWriter.compact(EventJson.write(event)));
            case Reported(String runId, CallKey key, int attempt, CallReport report) ->
                    execute(
                            "INSERT OR REPLACE INTO reports VALUES (?, ?, ?, ?)",
                            runId,
                            key.toString(),
                            attempt,
                            JsonWriter.compact(CallReportJson.write(report)));
            case Ended(RunRecord record) -> ended(record);
        }
    }

    private void began(Began began) throws SQLException {
        String digest = sha256(began.request().source());
        execute("INSERT OR IGNORE INTO sources VALUES (?, ?)", digest, began.request().source());
        execute(
                "INSERT INTO runs (run_id, recipe, source_sha256, status, triggered_by, scheduled_at, depth,"
                        + " process, started_at, input) VALUES (?, ?, ?, 'running', ?, ?, ?, ?, ?, ?)",
                began.context().runId(),
                began.request().recipe().name(),
                digest,
                began.context().triggeredBy(),
                began.context().scheduledAt(),
                began.context().depth(),
                began.process(),
                began.at().toEpochMilli(),
                JsonWriter.compact(began.context().input()));
    }

    private void ended(RunRecord record) throws SQLException {
        execute(
                "UPDATE runs SET status = ?, duration_ms = ?, data = ?, error = ?, error_code = ?,"
                        + " failed_node = ?, failed_items = ?, process = NULL WHERE run_id = ?",
                record.status().label(),
                record.durationMs(),
                text(record.data()),
                record.error(),
                record.errorCode(),
                record.failedNode(),
                record.failedItems(),
                record.runId());
        int seq = 0;
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO trace VALUES (?, ?, ?)")) {
            for (TraceEntry entry : record.trace()) {
                insert.setString(1, record.runId());
                insert.setInt(2, seq++);
                insert.setString(3, JsonWriter.compact(RunRecordJson.of(entry)));
                insert.addBatch();
            }
            insert.executeBatch();
        }
        nextEvent.remove(record.runId());
    }

    private void execute(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private static @Nullable String text(@Nullable Json value) {
        return value == null ? null : JsonWriter.compact(value);
    }

    private static HistoryException failure(SQLException e) {
        return new HistoryException(
                "The run history can't be written: "
                        + e.getMessage()
                        + ". Check that the disk has room and the folder may be written to.",
                e);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
