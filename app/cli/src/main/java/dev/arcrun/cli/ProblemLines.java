package dev.arcrun.cli;

import dev.arcrun.engine.document.Problem;
import dev.arcrun.engine.value.Json;
import dev.arcrun.workspace.OpenedRecipe;
import java.io.PrintWriter;
import java.util.Locale;

/**
 * Problems as compilers print them, {@code file:line:column: severity: message [CODE]}, and as
 * JSON.
 */
final class ProblemLines {
    private ProblemLines() {}

    static void print(PrintWriter out, OpenedRecipe recipe) {
        for (Problem problem : recipe.problems()) {
            if (problem.severity() != Problem.Severity.INFO) {
                out.println(line(recipe, problem));
                problem.fixes().forEach(fix -> out.println("    fix: " + fix.label()));
            }
        }
        out.flush();
    }

    private static String line(OpenedRecipe recipe, Problem problem) {
        return recipe.file()
                + ":"
                + problem.place().line()
                + ":"
                + problem.place().column()
                + ": "
                + problem.severity().name().toLowerCase(Locale.ROOT)
                + ": "
                + problem.message()
                + " ["
                + problem.code()
                + "]";
    }

    static Json json(OpenedRecipe recipe) {
        return Json.array(
                recipe.problems().stream()
                        .map(problem ->
                                Json.object(
                                        "code", Json.of(problem.code()),
                                        "severity",
                                                Json.of(
                                                        problem.severity()
                                                                .name()
                                                                .toLowerCase(Locale.ROOT)),
                                        "message", Json.of(problem.message()),
                                        "line", Json.of(problem.place().line()),
                                        "column", Json.of(problem.place().column()),
                                        "fixes",
                                                Json.array(
                                                        problem.fixes().stream()
                                                                .map(fix -> Json.of(fix.label()))
                                                                .toList())))
                        .toList());
    }
}
