package dev.arcrun.cli;

import dev.arcrun.engine.history.HistoryException;
import dev.arcrun.engine.sandbox.PartLoadException;
import dev.arcrun.engine.value.JsonSyntaxException;
import dev.arcrun.workspace.WorkspaceException;
import java.io.PrintWriter;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * Where everything that a command throws ends: mistakes of the user in a sentence, bugs with their
 * trace.
 */
final class UserErrors implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception error, CommandLine command, ParseResult result) {
        PrintWriter err = command.getErr();
        // What broke a run comes from another thread, wrapped.
        Throwable told =
                error instanceof ExecutionException && error.getCause() != null
                        ? error.getCause()
                        : error;
        switch (told) {
            case WorkspaceException _,
                    HistoryException _,
                    PartLoadException _,
                    JsonSyntaxException _ ->
                    err.println("arcrun: " + told.getMessage());
            default -> {
                err.println("arcrun: this is a bug of Arcrun; please report it with these lines.");
                error.printStackTrace(err);
            }
        }
        return Exit.USAGE;
    }
}
