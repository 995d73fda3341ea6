package dev.arcrun.cli;

import dev.arcrun.engine.document.Problem;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonWriter;
import dev.arcrun.workspace.Grants;
import dev.arcrun.workspace.OpenedRecipe;
import dev.arcrun.workspace.RecipeEngine;
import dev.arcrun.workspace.Workspace;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code arcrun validate}: lists a recipe's problems. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = "Lists the problems of a recipe with their places.",
        footer = {"", "Exit codes: 0 no problems, 1 problems, 2 wrong use."})
final class ValidateCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "RECIPE",
            description = "A recipe file, or the name of one in the workspace.")
    private String recipe = "";

    @Option(names = "--json", description = "Prints the problems as JSON.")
    private boolean json;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        Path file = RecipeArgument.file(recipe);
        PrintWriter out = spec.commandLine().getOut();
        try (RecipeEngine engine =
                RecipeEngine.open(Workspace.around(file), Grants.NONE, Map.of())) {
            OpenedRecipe opened = engine.open(file);
            boolean clean =
                    opened.problems().stream()
                            .allMatch(problem -> problem.severity() == Problem.Severity.INFO);
            if (json) {
                out.println(
                        JsonWriter.pretty(
                                Json.object(
                                        "file", Json.of(file.toString()),
                                        "valid", Json.of(clean),
                                        "problems", ProblemLines.json(opened))));
            } else if (clean) {
                out.println(file + ": no problems");
            } else {
                ProblemLines.print(out, opened);
            }
            out.flush();
            return clean ? Exit.OK : Exit.FAILED;
        }
    }
}
