package dev.arcrun.engine.history;

import dev.arcrun.engine.run.CallReport;
import dev.arcrun.engine.run.RunRecord;
import dev.arcrun.engine.run.RunRecorder;
import dev.arcrun.engine.run.RunRequest;
import dev.arcrun.engine.schedule.CallKey;
import dev.arcrun.engine.schedule.Event;
import dev.arcrun.engine.schedule.RunContext;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The runs of a workspace in one SQLite file. Any number of processes may use it at once. What
 * {@link #ended} returned from survives the end of the process at any moment; of a run cut off
 * before, the events written so far.
 *
 * @see <a href="https://www.sqlite.org/wal.html">SQLite, write-ahead logging</a>
 */
public final class RunHistory implements RunRecorder, AutoCloseable {
    private final HistoryReader reader;
    private final HistoryWriter writer;

    private RunHistory(HistoryReader reader, HistoryWriter writer) {
        this.reader = reader;
        this.writer = writer;
    }

    /**
     * Opens the file, making it and its folder where they don't exist. Runs whose process is gone
     * become lost.
     *
     * @throws HistoryException when the file can't be opened
     */
    public static RunHistory open(Path file) {
        var writer = new HistoryWriter(Database.open(file));
        return new RunHistory(new HistoryReader(Database.open(file)), writer);
    }

    @Override
    public void began(RunContext context, RunRequest request, Instant at) {
        writer.later(new HistoryWriter.Began(context, request, at, OwnProcess.id()));
    }

    @Override
    public void happened(String runId, Event event) {
        writer.later(new HistoryWriter.Happened(runId, event));
    }

    @Override
    public void reported(String runId, CallKey key, int attempt, CallReport report) {
        writer.later(new HistoryWriter.Reported(runId, key, attempt, report));
    }

    @Override
    public void ended(RunRecord record) {
        writer.now(new HistoryWriter.Ended(record));
    }

    /** The newest runs, newest first, without their traces. */
    public List<RunRecord> newest(int count) {
        return reader.newest(count);
    }

    /** The newest runs of a recipe, newest first, without their traces. */
    public List<RunRecord> newest(String recipe, int count) {
        return reader.newest(recipe, count);
    }

    /** The whole record, or null where there is no such run. */
    public @Nullable RunRecord find(String runId) {
        return reader.find(runId);
    }

    /** What a run can be replayed from, or null where there is no such run. */
    public @Nullable StoredRun stored(String runId) {
        return reader.stored(runId);
    }

    /** What the run's calls logged and asked of the host, by call. */
    public List<StoredReport> reports(String runId) {
        return reader.reports(runId);
    }

    /** Writes what is still to be written and closes the file. */
    @Override
    public void close() {
        writer.close();
        reader.close();
    }
}
