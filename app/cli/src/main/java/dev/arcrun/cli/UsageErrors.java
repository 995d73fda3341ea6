package dev.arcrun.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** A command that was called wrongly: what is wrong, then how it is called. */
final class UsageErrors implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException error, String[] args) {
        CommandLine command = error.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("arcrun: " + error.getMessage());
        UnmatchedArgumentException.printSuggestions(error, err);
        err.println();
        command.usage(err);
        return Exit.USAGE;
    }
}
