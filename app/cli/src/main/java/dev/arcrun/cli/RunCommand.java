package dev.arcrun.cli;

import dev.arcrun.engine.run.Run;
import dev.arcrun.engine.run.RunEvent;
import dev.arcrun.engine.run.RunRecord;
import dev.arcrun.engine.run.RunRecordJson;
import dev.arcrun.engine.run.RunRequest;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonWriter;
import dev.arcrun.workspace.Grants;
import dev.arcrun.workspace.OpenedRecipe;
import dev.arcrun.workspace.RecipeEngine;
import dev.arcrun.workspace.Workspace;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code arcrun run}: runs a recipe and prints its result. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Runs a recipe and prints its result as JSON.",
        footer = {
            "",
            "Exit codes: 0 succeeded, 1 failed, 2 wrong use or invalid recipe, 130 cancelled.",
            "A mock is a whole result ({\"success\":…}, {\"data\":…}) or the data of a successful one."
        })
final class RunCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "RECIPE",
            description = "A recipe file, or the name of one in the workspace.")
    private String recipe = "";

    @Option(
            names = "--input",
            paramLabel = "JSON|@FILE|-",
            description = "The run's input: JSON, a file, or standard input. Default: {}.")
    private String input = "{}";

    @Option(
            names = "--mock",
            paramLabel = "NODE=JSON|@FILE",
            description = "Gives a node's result without calling its part. Repeatable.")
    private List<String> mocks = new ArrayList<>();

    @Option(
            names = "--allow-host",
            paramLabel = "HOST",
            description = {
                "Lets parts reach a host: host, host:port or *.domain. Repeatable.",
                "A loopback or private address has to be named itself."
            })
    private List<String> hosts = new ArrayList<>();

    @Option(
            names = "--credential",
            paramLabel = "NAME=env:VAR@HOST",
            description =
                    "A credential from an environment variable, sent to that host only. Repeatable.")
    private List<String> credentials = new ArrayList<>();

    @Option(
            names = "--var",
            paramLabel = "NAME=VALUE",
            description = "Fills the placeholder __NAME__ in the recipe. Repeatable.")
    private Map<String, String> variables = new LinkedHashMap<>();

    @Option(names = "--skip-waits", description = "Waiting nodes go on at once.")
    private boolean skipWaits;

    @Option(names = "--events", description = "Prints what happens as JSON lines, as it happens.")
    private boolean events;

    @Option(names = "--json", description = "Prints the whole run record.")
    private boolean json;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Path file = RecipeArgument.file(recipe);
        Json runInput = JsonArgument.read(input, System.in);
        Map<String, Json> mocked = MockArguments.read(mocks);
        try (Grants grants = GrantArguments.read(hosts, credentials);
                RecipeEngine engine =
                        RecipeEngine.open(Workspace.around(file), grants, variables)) {
            OpenedRecipe opened = engine.open(file);
            if (!opened.runnable()) {
                ProblemLines.print(err, opened);
                return Exit.USAGE;
            }
            ProblemLines.print(err, opened);
            engine.checkInput(opened, runInput);
            engine.checkMocks(opened, mocked);
            RunRequest request =
                    RunRequest.manual(opened.recipe(), opened.source(), runInput)
                            .withMocks(mocked)
                            .skippingWaits(skipWaits);
            RunRecord record = run(engine, request, watcher(out, err));
            print(out, err, record);
            return switch (record.status()) {
                case SUCCEEDED -> Exit.OK;
                case CANCELLED -> Exit.CANCELLED;
                case FAILED, LOST, RUNNING, WAITING -> Exit.FAILED;
            };
        }
    }

    private static RunRecord run(
            RecipeEngine engine, RunRequest request, Consumer<RunEvent> watcher) throws Exception {
        Run run = engine.start(request, watcher);
        Thread cancel =
                new Thread(() -> {
                    run.cancel();
                    run.done().completeOnTimeout(null, 2, TimeUnit.SECONDS).join();
                });
        Runtime.getRuntime().addShutdownHook(cancel);
        RunRecord record = run.done().get();
        Runtime.getRuntime().removeShutdownHook(cancel);
        return record;
    }

    private Consumer<RunEvent> watcher(PrintWriter out, PrintWriter err) {
        if (events) {
            return event -> {
                if (!(event instanceof RunEvent.Ended)) {
                    out.println(JsonWriter.compact(EventLines.json(event)));
                    out.flush();
                }
            };
        }
        return Terminal.interactive() ? new Progress(err) : event -> {};
    }

    private void print(PrintWriter out, PrintWriter err, RunRecord record) {
        if (events) {
            Json.Obj body = json ? RunRecordJson.of(record) : EventLines.end(record);
            out.println(JsonWriter.compact(Json.object("event", Json.of("ended"), "run", body)));
        } else if (json) {
            out.println(JsonWriter.pretty(RunRecordJson.of(record)));
        } else if (record.status() == RunRecord.Status.SUCCEEDED) {
            out.println(JsonWriter.pretty(record.data() == null ? Json.NULL : record.data()));
        } else {
            out.println(JsonWriter.pretty(EventLines.failure(record)));
            err.println("arcrun: " + EventLines.sentence(record));
            String hint = EventLines.hint(record);
            if (hint != null) {
                err.println("    " + hint);
            }
        }
        out.flush();
    }
}
