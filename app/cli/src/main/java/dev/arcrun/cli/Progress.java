package dev.arcrun.cli;

import dev.arcrun.engine.run.RunEvent;
import dev.arcrun.engine.schedule.TraceEntry;
import java.io.PrintWriter;
import java.util.function.Consumer;

/** A line for each node as it ends, and one that says what is running. */
final class Progress implements Consumer<RunEvent> {
    private static final String CLEAR_LINE = "\r\u001b[K";
    private final PrintWriter err;

    Progress(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void accept(RunEvent event) {
        switch (event) {
            case RunEvent.NodeChanged(_, TraceEntry entry) -> show(entry);
            case RunEvent.Waiting waiting ->
                    err.print(CLEAR_LINE + "… waits for " + String.join(", ", waiting.taskIds()));
            case RunEvent.Ended _ -> err.print(CLEAR_LINE);
            case RunEvent.Began _, RunEvent.CallReported _, RunEvent.Held _ -> {}
        }
        err.flush();
    }

    private void show(TraceEntry entry) {
        String name =
                entry.key() + (entry.attempt() > 1 ? " (attempt " + entry.attempt() + ")" : "");
        String line =
                switch (entry.status()) {
                    case RUNNING -> "… " + name;
                    case WAITING -> "… " + name + " waits";
                    case SKIPPED -> "- " + name + " skipped";
                    case SUCCEEDED -> "✓ " + name + "  " + entry.durationMs() + " ms";
                    case HANDLED -> "! " + name + "  " + entry.error() + " (handled)";
                    case FAILED -> "✗ " + name + "  " + entry.error();
                };
        err.print(CLEAR_LINE + line);
        if (entry.status() != TraceEntry.Status.RUNNING) {
            err.println();
        }
    }
}
