package dev.arcrun.cli;

import dev.arcrun.catalog.CatalogFiles;
import dev.arcrun.catalog.acceptance.Acceptance;
import dev.arcrun.catalog.acceptance.AcceptanceReport;
import dev.arcrun.catalog.acceptance.CheckResult;
import dev.arcrun.catalog.acceptance.ConnectorScenarios;
import dev.arcrun.engine.value.JsonWriter;
import dev.arcrun.workspace.Workspace;
import dev.arcrun.workspace.authoring.Candidates;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code arcrun part check}: the acceptance of a part. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Checks a part as a registry would: contract, size, imports, cold start, schemas, scenarios, determinism.",
        footer = {"", "Exit codes: 0 all passed, 1 one failed, 2 wrong use."})
final class PartCheckCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "DIR|ID",
            description = "A part's folder, or a part of the workspace or catalog.")
    private String reference = "";

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        var candidate = Candidates.find(reference, Workspace.around(Path.of("")));
        PrintWriter out = spec.commandLine().getOut();
        try (var acceptance = new Acceptance(new ConnectorScenarios(CatalogFiles.services()))) {
            AcceptanceReport report = acceptance.check(candidate);
            if (json) {
                out.println(JsonWriter.pretty(report.json()));
            } else {
                report.checks().forEach(result -> show(out, result));
            }
            out.flush();
            return report.passed() ? Exit.OK : Exit.FAILED;
        }
    }

    private static void show(PrintWriter out, CheckResult result) {
        String figure =
                result.limit() == null
                        ? result.figure()
                        : result.figure() + " of " + result.limit();
        String line =
                String.format(
                        Locale.ROOT,
                        "%s %-16s %s",
                        result.passed() ? "✓" : "✗",
                        result.name(),
                        figure);
        out.println(line.stripTrailing());
        if (result.message() != null) {
            result.message().lines().forEach(each -> out.println("    " + each));
        }
    }
}
