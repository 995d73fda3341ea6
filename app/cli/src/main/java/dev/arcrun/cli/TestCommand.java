package dev.arcrun.cli;

import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonWriter;
import dev.arcrun.workspace.Grants;
import dev.arcrun.workspace.RecipeEngine;
import dev.arcrun.workspace.SavedRun;
import dev.arcrun.workspace.SavedRuns;
import dev.arcrun.workspace.Workspace;
import dev.arcrun.workspace.WorkspaceException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code arcrun test}: runs the saved runs of a workspace and shows what differs. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = "Runs the saved runs in a workspace's tests folder and shows what differs.",
        footer = {"", "Exit codes: 0 all as expected, 1 something differs, 2 wrong use."})
final class TestCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "FOLDER",
            arity = "0..1",
            description = "The workspace; default: the one around the current folder.")
    private @Nullable Path folder;

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Path place = folder == null ? Path.of("") : folder;
        Workspace workspace = Workspace.around(place);
        if (workspace == null) {
            throw new WorkspaceException(
                    "There is no workspace around "
                            + place.toAbsolutePath()
                            + ": a folder with an arcrun.yaml is one.");
        }
        PrintWriter out = spec.commandLine().getOut();
        List<Json> reports = new ArrayList<>();
        int different = 0;
        try (RecipeEngine engine = RecipeEngine.open(workspace, Grants.NONE, Map.of())) {
            for (Path file : workspace.testFiles()) {
                SavedRun saved = SavedRun.read(file);
                List<String> differences = SavedRuns.differences(engine, workspace, saved);
                different += differences.isEmpty() ? 0 : 1;
                reports.add(
                        Json.object(
                                "test", Json.of(saved.name()),
                                "recipe", Json.of(saved.recipe()),
                                "passed", Json.of(differences.isEmpty()),
                                "differences",
                                        Json.array(differences.stream().map(Json::of).toList())));
                if (!json) {
                    out.println(
                            (differences.isEmpty() ? "✓ " : "✗ ")
                                    + saved.recipe()
                                    + ": "
                                    + saved.name());
                    differences.forEach(difference -> out.println("    " + difference));
                }
            }
        }
        if (json) {
            out.println(JsonWriter.pretty(Json.array(reports)));
        } else {
            out.println(reports.size() + " saved runs, " + different + " differ");
        }
        out.flush();
        return different == 0 ? Exit.OK : Exit.FAILED;
    }
}
