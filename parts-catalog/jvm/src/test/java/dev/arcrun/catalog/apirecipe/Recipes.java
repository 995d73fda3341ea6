package dev.arcrun.catalog.apirecipe;

import dev.arcrun.catalog.contract.ContractProblem;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Recipes as people have them, and what comes of importing them. */
final class Recipes {
    static final Path FOLDER = Path.of("src/test/resources/apirecipe");

    private Recipes() {}

    static RecipeFile file(String name) {
        return read(RecipeFile.read(FOLDER.resolve(name)));
    }

    static RecipeFile text(String json) {
        return read(RecipeFile.read(json, "r.json"));
    }

    private static RecipeFile read(RecipeFile.Reading reading) {
        return switch (reading) {
            case RecipeFile.Reading.Read(RecipeFile file) -> file;
            case RecipeFile.Reading.Refused(ContractProblem problem) ->
                    throw new AssertionError(problem);
        };
    }

    static RecipeImport.Result.Made made(RecipeFile recipe, @Nullable RecipeFile auth) {
        return switch (RecipeImport.of(recipe, auth, null)) {
            case RecipeImport.Result.Made made -> made;
            case RecipeImport.Result.Refused(var problems) -> throw new AssertionError(problems);
        };
    }

    static List<ContractProblem> problems(RecipeFile recipe, @Nullable RecipeFile auth) {
        return RecipeImport.of(recipe, auth, null) instanceof RecipeImport.Result.Refused(var all)
                ? all
                : List.of();
    }
}
