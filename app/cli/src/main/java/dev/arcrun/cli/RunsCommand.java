package dev.arcrun.cli;

import dev.arcrun.engine.history.RunHistory;
import dev.arcrun.engine.run.RunRecord;
import dev.arcrun.engine.run.RunRecordJson;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonWriter;
import dev.arcrun.workspace.Grants;
import dev.arcrun.workspace.RecipeEngine;
import dev.arcrun.workspace.Replay;
import dev.arcrun.workspace.RunHistories;
import dev.arcrun.workspace.Workspace;
import dev.arcrun.workspace.WorkspaceException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code arcrun runs}: what ran before. */
@Command(
        name = "runs",
        mixinStandardHelpOptions = true,
        description = "Lists the newest runs of the workspace.")
final class RunsCommand implements Callable<Integer> {
    @Option(
            names = "--workspace",
            paramLabel = "FOLDER",
            description = "The workspace; default: the one around the current folder.")
    private @Nullable Path folder;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "How many; default ${DEFAULT-VALUE}.")
    private int limit = 20;

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (RunHistory history = RunHistories.open(workspace())) {
            List<RunRecord> runs = history.newest(limit);
            if (json) {
                out.println(
                        JsonWriter.pretty(
                                Json.array(runs.stream().map(RunRecordJson::summary).toList())));
            } else {
                runs.forEach(run -> out.println(line(run)));
                if (runs.isEmpty()) {
                    out.println("No runs yet.");
                }
            }
        }
        out.flush();
        return Exit.OK;
    }

    private static String line(RunRecord run) {
        return String.format(
                Locale.ROOT,
                "%s  %-9s  %6d ms  %s",
                run.runId(),
                run.status().label(),
                run.durationMs(),
                run.recipe());
    }

    private @Nullable Workspace workspace() {
        return Workspace.around(folder == null ? Path.of("") : folder);
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Prints a run's whole record as JSON.")
    int show(@Parameters(paramLabel = "ID", description = "The run's id.") String id) {
        PrintWriter out = spec.commandLine().getOut();
        try (RunHistory history = RunHistories.open(workspace())) {
            RunRecord run = history.find(id);
            if (run == null) {
                throw unknown(id);
            }
            out.println(JsonWriter.pretty(RunRecordJson.of(run)));
            out.flush();
            return Exit.OK;
        }
    }

    @Command(
            name = "replay",
            mixinStandardHelpOptions = true,
            description = {
                "Goes through a run again from its recorded events; no part is called.",
                "Exit codes: 0 the same result, 1 another result, 2 no such run."
            })
    int replay(@Parameters(paramLabel = "ID", description = "The run's id.") String id) {
        PrintWriter out = spec.commandLine().getOut();
        Workspace workspace = workspace();
        try (RecipeEngine engine = RecipeEngine.open(workspace, Grants.NONE, Map.of())) {
            Replay replay = Replay.of(engine, id);
            if (replay == null) {
                throw unknown(id);
            }
            out.println(JsonWriter.pretty(RunRecordJson.of(replay.record())));
            out.flush();
            if (!replay.same()) {
                spec.commandLine()
                        .getErr()
                        .println(
                                "arcrun: the replay ended otherwise than the run: "
                                        + replay.difference());
            }
            return replay.same() ? Exit.OK : Exit.FAILED;
        }
    }

    private static WorkspaceException unknown(String id) {
        return new WorkspaceException("There is no run " + id + ". `arcrun runs` lists them.");
    }
}
