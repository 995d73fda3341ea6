package dev.arcrun.desktop.run;

import dev.arcrun.engine.schedule.TraceEntry;
import dev.arcrun.engine.schedule.TraceEntry.Status;
import java.util.Collection;

/**
 * What a node does in the current run, all its iterations together.
 *
 * @param status running or waiting while any execution is; failed when any failed; else the best
 * @param executions how often it has run or runs
 * @param failures executions that failed, handled or not
 * @param durationMs from the first start to the last end, in milliseconds
 */
public record NodeActivity(Status status, int executions, int failures, long durationMs) {

    static NodeActivity of(Collection<TraceEntry> entries) {
        Status status = Status.SKIPPED;
        int failures = 0;
        long from = Long.MAX_VALUE;
        long to = 0;
        for (TraceEntry entry : entries) {
            if (rank(entry.status()) > rank(status)) {
                status = entry.status();
            }
            if (entry.status() == Status.FAILED || entry.status() == Status.HANDLED) {
                failures++;
            }
            from = Math.min(from, entry.startedMs());
            to = Math.max(to, entry.startedMs() + entry.durationMs());
        }
        return new NodeActivity(status, entries.size(), failures, Math.max(0, to - from));
    }

    private static int rank(Status status) {
        return switch (status) {
            case SKIPPED -> 0;
            case SUCCEEDED -> 1;
            case HANDLED -> 2;
            case FAILED -> 3;
            case WAITING -> 4;
            case RUNNING -> 5;
        };
    }
}
