package dev.arcrun.cli;

import dev.arcrun.catalog.CatalogFiles;
import dev.arcrun.catalog.acceptance.Acceptance;
import dev.arcrun.catalog.acceptance.Candidate;
import dev.arcrun.catalog.acceptance.ConnectorScenarios;
import dev.arcrun.catalog.acceptance.ScenarioResult;
import dev.arcrun.catalog.acceptance.UnplayableException;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonWriter;
import dev.arcrun.workspace.Workspace;
import dev.arcrun.workspace.WorkspaceException;
import dev.arcrun.workspace.authoring.Candidates;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code arcrun part test}: the scenarios of a part. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = "Runs a part's scenarios in the sandbox.",
        footer = {"", "Exit codes: 0 all hold, 1 one doesn't or there is none, 2 wrong use."})
final class PartTestCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "DIR|ID",
            description = "A part's folder, or a part of the workspace or catalog.")
    private String reference = "";

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        Candidate candidate = Candidates.find(reference, Workspace.around(Path.of("")));
        try (var acceptance = new Acceptance(new ConnectorScenarios(CatalogFiles.services()))) {
            List<ScenarioResult> results = acceptance.play(candidate);
            boolean passed =
                    !results.isEmpty() && results.stream().allMatch(ScenarioResult::passed);
            show(candidate.name(), passed, results);
            return passed ? Exit.OK : Exit.FAILED;
        } catch (UnplayableException e) {
            throw new WorkspaceException(String.valueOf(e.getMessage()), e);
        }
    }

    private void show(String part, boolean passed, List<ScenarioResult> results) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(
                    JsonWriter.pretty(
                            Json.object(
                                    "part", Json.of(part),
                                    "passed", Json.of(passed),
                                    "scenarios",
                                            Json.array(
                                                    results.stream()
                                                            .map(ScenarioResult::json)
                                                            .toList()))));
        } else {
            results.forEach(result -> show(out, result));
            long hold = results.stream().filter(ScenarioResult::passed).count();
            out.println(hold + " of " + results.size() + " scenarios hold.");
        }
        out.flush();
    }

    private static void show(PrintWriter out, ScenarioResult result) {
        out.println(
                (result.passed() ? "✓ " : "✗ ")
                        + result.file()
                        + ":"
                        + result.scenario().line()
                        + "  "
                        + result.scenario().name());
        result.played().mistakes().forEach(mistake -> out.println("    " + mistake));
    }
}
