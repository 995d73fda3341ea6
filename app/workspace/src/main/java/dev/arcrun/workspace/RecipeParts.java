package dev.arcrun.workspace;

import dev.arcrun.catalog.OwnPart;
import dev.arcrun.catalog.apirecipe.RecipeFile;
import dev.arcrun.catalog.apirecipe.RecipeFolder;
import dev.arcrun.catalog.apirecipe.RecipeImport;
import dev.arcrun.catalog.contract.ContractProblem;
import dev.arcrun.catalog.contract.PartDescription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes connectors of Arcrun's API recipes and auth recipes. */
public final class RecipeParts {
    private RecipeParts() {}

    /**
     * A connector that was imported.
     *
     * @param contract the file that was written
     */
    public record Imported(PartDescription part, Path contract) {}

    /**
     * Imports a recipe into a workspace as {@code parts/<id>/contract.yaml}.
     *
     * @param auth the auth recipe's file, or null to look for it beside the recipe
     * @param id the part's id, or null for the recipe's own
     * @throws WorkspaceException when the recipe makes no connector, or there is such a part
     *     already
     */
    public static Imported importInto(
            Workspace workspace, Path recipe, @Nullable Path auth, @Nullable String id) {
        RecipeImport.Result.Made made = made(recipe, auth, id);
        String name = made.part().id();
        Path contract = workspace.parts().resolve(name).resolve("contract.yaml");
        boolean taken =
                Files.exists(contract)
                        || Files.exists(workspace.parts().resolve(name + ".yaml"))
                        || OwnParts.in(workspace.parts()).parts().stream()
                                .anyMatch(part -> part.id().equals(name) && !isFrom(part, recipe));
        if (taken) {
            throw new WorkspaceException(
                    "The workspace has a part `"
                            + name
                            + "` already. Take it away first, or give the new one another id.");
        }
        TextFile.write(contract, made.yaml());
        return new Imported(made.part(), contract);
    }

    /** A recipe that lies among the parts is a part itself, until it is imported. */
    private static boolean isFrom(OwnPart part, Path recipe) {
        return part.folder().equals(recipe.toAbsolutePath().normalize().getParent());
    }

    static RecipeImport.Result.Made made(Path recipe, @Nullable Path auth, @Nullable String id) {
        RecipeFile file = read(recipe);
        RecipeFile with = auth == null ? beside(recipe, file) : read(auth);
        return switch (RecipeImport.of(file, with, id)) {
            case RecipeImport.Result.Made made -> made;
            case RecipeImport.Result.Refused(List<ContractProblem> problems) ->
                    throw new WorkspaceException(
                            problems.stream()
                                    .map(ContractProblem::toString)
                                    .collect(Collectors.joining("\n")));
        };
    }

    private static RecipeFile read(Path path) {
        return switch (RecipeFile.read(path)) {
            case RecipeFile.Reading.Read(RecipeFile file) -> file;
            case RecipeFile.Reading.Refused(ContractProblem problem) ->
                    throw new WorkspaceException(problem.toString());
        };
    }

    private static @Nullable RecipeFile beside(Path path, RecipeFile file) {
        Path folder = path.toAbsolutePath().getParent();
        try {
            return folder == null ? null : RecipeFolder.read(folder).authOf(file);
        } catch (IOException e) {
            throw new WorkspaceException(
                    "The folder " + folder + " can't be read: " + e.getMessage(), e);
        }
    }
}
