package dev.arcrun.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root: without a subcommand it says which there are. */
@Command(
        name = "arcrun",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Runs Arcrun recipes on this machine, every part in a sandbox.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Without a command, the studio opens.",
            "Exit codes: 0 fine, 1 failed, 2 wrong use or invalid recipe, 130 cancelled.",
            "Completion for bash and zsh: source <(arcrun generate-completion)"
        },
        subcommands = {
            ValidateCommand.class,
            RunCommand.class,
            TestCommand.class,
            PartsCommand.class,
            PartCommand.class,
            ConnectCommand.class,
            CloudCommand.class,
            RunsCommand.class,
            AutoComplete.GenerateCompletion.class,
            HelpCommand.class
        })
final class ArcrunCommand implements Runnable {
    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }
}
