package dev.arcrun.workspace;

import dev.arcrun.engine.document.Problem;
import dev.arcrun.engine.document.RecipeDocument;
import dev.arcrun.engine.recipe.Recipe;
import java.nio.file.Path;
import java.util.List;

/**
 * A recipe with all that is known about it.
 *
 * @param recipe with its placeholders filled
 * @param problems of the text and of the meaning, by place
 * @param runnable whether it says clearly what to run; a part that nobody knows fails only where it
 *     is called
 */
public record OpenedRecipe(
        Path file,
        RecipeDocument document,
        Recipe recipe,
        List<Problem> problems,
        boolean runnable) {
    public OpenedRecipe {
        problems = List.copyOf(problems);
    }

    /** The text as it was read. */
    public String source() {
        return document.text();
    }

    public List<Problem> errors() {
        return problems.stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .toList();
    }
}
