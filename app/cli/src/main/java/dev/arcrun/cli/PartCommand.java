package dev.arcrun.cli;

import dev.arcrun.catalog.contract.PartDescription;
import dev.arcrun.engine.sandbox.Limits;
import dev.arcrun.engine.sandbox.PartLoadException;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonWriter;
import dev.arcrun.workspace.Grants;
import dev.arcrun.workspace.PartTrial;
import dev.arcrun.workspace.RecipeEngine;
import dev.arcrun.workspace.Workspace;
import dev.arcrun.workspace.WorkspaceException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code arcrun part}: looks at one part, calls it, or makes one. */
@Command(
        name = "part",
        mixinStandardHelpOptions = true,
        description = "Shows a part, calls it alone, or makes or imports one of your own.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            PartNewCommand.class,
            PartImportCommand.class,
            PartBuildCommand.class,
            PartCheckCommand.class,
            PartTestCommand.class,
            PartDocsCommand.class
        })
final class PartCommand implements Runnable {
    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Missing command: show, run, new, import, build, check, test or docs");
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Prints a part's contract as JSON: what it takes and gives.")
    int show(
            @Parameters(paramLabel = "ID", description = "The part's id or another name for it.")
                    String id) {
        PrintWriter out = spec.commandLine().getOut();
        try (RecipeEngine engine =
                RecipeEngine.open(Workspace.around(Path.of("")), Grants.NONE, Map.of())) {
            PartDescription part =
                    engine.library()
                            .describe(id)
                            .orElseThrow(() ->
                                    new WorkspaceException(
                                            PartTrial.unknown(engine.library(), id)));
            out.println(JsonWriter.pretty(part.json()));
            out.flush();
            return Exit.OK;
        }
    }

    @Command(
            name = "run",
            mixinStandardHelpOptions = true,
            description =
                    "Calls a part and prints its result as JSON: a program in the sandbox, a connector over the network.",
            footer = {
                "",
                "With - and --jsonl, lines {\"part\", \"input\", \"host\"?} from standard input are called one after",
                "another, one result a line; host.http_response is the answer any request gets.",
                "Exit codes: 0 success, 1 failure, 2 wrong use."
            })
    int run(
            @Parameters(
                            paramLabel = "ID|DIR|FILE|-",
                            description =
                                    "A part of the catalog or workspace, a part's folder, a program (.wasm), a connector (.yaml), an Arcrun recipe (.json), or standard input.")
                    String reference,
            @Option(
                            names = "--input",
                            paramLabel = "JSON|@FILE|-",
                            defaultValue = "{}",
                            description = "The part's input. Default: {}.")
                    String input,
            @Option(
                            names = "--limits",
                            paramLabel = "NAME=VALUE",
                            split = ",",
                            description =
                                    "time and wall in ms, memory in MiB, input, output and log in bytes, calls; comma-separated.")
                    @Nullable Map<String, Long> limits,
            @Option(
                            names = "--mock-http",
                            paramLabel = "FILE",
                            description =
                                    "Answers for the part's requests: JSON {status?, headers?, body} or a list with method and url.")
                    @Nullable Path mocks,
            @Option(
                            names = "--allow-host",
                            paramLabel = "HOST",
                            description = "Lets the part reach a host. Repeatable.")
                    @Nullable List<String> hosts,
            @Option(
                            names = "--credential",
                            paramLabel = "NAME=env:VAR@HOST",
                            description =
                                    "A credential from an environment variable, sent to that host only. Repeatable.")
                    @Nullable List<String> credentials,
            @Option(
                            names = "--jsonl",
                            description = "Reads calls from standard input, a JSON object a line.")
                    boolean lines,
            @Option(
                            names = "--json",
                            description =
                                    "Prints the result with log, times, memory and host calls.")
                    boolean json)
            throws PartLoadException {
        if (lines != reference.equals("-")) {
            throw new ParameterException(
                    spec.commandLine(),
                    "- and --jsonl go together: calls are read from standard input");
        }
        var grants =
                GrantArguments.read(
                        hosts == null ? List.of() : hosts,
                        credentials == null ? List.of() : credentials);
        try (grants;
                RecipeEngine engine =
                        RecipeEngine.open(Workspace.around(Path.of("")), grants, Map.of())) {
            var trial = new PartTrial(engine);
            Limits allowed = LimitArguments.read(limits == null ? Map.of() : limits);
            var call = new TrialCalls(trial, allowed);
            PrintWriter out = spec.commandLine().getOut();
            if (lines) {
                return call.lines(System.in, out);
            }
            Json given = JsonArgument.read(input, System.in);
            return call.one(
                    reference,
                    given,
                    mocks == null ? null : HttpMocks.read(mocks),
                    json,
                    out,
                    spec.commandLine().getErr());
        }
    }
}
