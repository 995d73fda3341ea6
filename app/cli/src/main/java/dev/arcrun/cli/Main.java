package dev.arcrun.cli;

import picocli.CommandLine;

/** The command {@code arcrun}. Exit codes: {@link Exit}. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        if (args.length == 1 && (args[0].equals("--version") || args[0].equals("-V"))) {
            // Asked often and by scripts: answered without building the command tree.
            System.out.println(Version.text());
            return;
        }
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new ArcrunCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                // @file is an input here, not a file of arguments.
                .setExpandAtFiles(false)
                .setParameterExceptionHandler(new UsageErrors())
                .setExecutionExceptionHandler(new UserErrors());
    }
}
