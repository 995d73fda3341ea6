package dev.arcrun.cli;

import dev.arcrun.workspace.Workspace;
import dev.arcrun.workspace.WorkspaceException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A recipe named on the command line: a file, or a recipe of the workspace around the current
 * folder.
 */
final class RecipeArgument {
    private RecipeArgument() {}

    static Path file(String argument) {
        Path file = Path.of(argument);
        if (Files.exists(file)) {
            return file;
        }
        Workspace workspace = Workspace.around(Path.of(""));
        Path named = workspace == null ? null : workspace.recipeFile(argument);
        if (named != null) {
            return named;
        }
        throw new WorkspaceException(
                "There is no recipe file "
                        + argument
                        + (workspace == null
                                ? "."
                                : ", nor a recipe of that name in " + workspace.recipes() + "."));
    }
}
