package dev.arcrun.workspace;

import dev.arcrun.catalog.OwnPart;
import dev.arcrun.catalog.PartFolder;
import dev.arcrun.catalog.apirecipe.RecipeFolder;
import dev.arcrun.catalog.contract.ContractProblem;
import dev.arcrun.engine.sandbox.PartLoadException;
import dev.arcrun.engine.sandbox.PartModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The parts of a workspace.
 *
 * @param problems why others of its folders are no parts
 */
public record OwnParts(List<OwnPart> parts, List<ContractProblem> problems) {
    static final OwnParts NONE = new OwnParts(List.of(), List.of());

    public OwnParts {
        parts = List.copyOf(parts);
        problems = List.copyOf(problems);
    }

    /**
     * Reads every folder with a contract, every connector's file, and Arcrun's recipes.
     *
     * @throws WorkspaceException when the folder of parts can't be listed
     */
    static OwnParts in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return NONE;
        }
        List<OwnPart> parts = new ArrayList<>();
        List<ContractProblem> problems = new ArrayList<>();
        try (Stream<Path> folders = Files.list(folder)) {
            folders.filter(path -> isFile(path) || isFolder(path))
                    .sorted()
                    .forEach(path -> {
                        switch (isFile(path)
                                ? PartFolder.readConnector(path)
                                : PartFolder.read(path)) {
                            case PartFolder.Reading.Read(OwnPart part) -> parts.add(part);
                            case PartFolder.Reading.Refused(var found) -> problems.addAll(found);
                        }
                    });
            recipes(RecipeFolder.read(folder), parts, problems);
        } catch (IOException e) {
            throw new WorkspaceException(
                    "The folder " + folder + " can't be read: " + e.getMessage(), e);
        }
        return new OwnParts(parts, problems);
    }

    private static void recipes(
            RecipeFolder recipes, List<OwnPart> parts, List<ContractProblem> problems) {
        Set<String> taken = parts.stream().map(OwnPart::id).collect(Collectors.toSet());
        for (OwnPart part : recipes.parts(problems)) {
            if (taken.contains(part.id())) {
                problems.add(
                        new ContractProblem(
                                part.folder().toString(),
                                1,
                                1,
                                "",
                                "a recipe and a part are both `"
                                        + part.id()
                                        + "`; the part is used, take the recipe's file away."));
            } else {
                parts.add(part);
            }
        }
    }

    private static boolean isFile(Path path) {
        return path.toString().endsWith(".yaml") && Files.isRegularFile(path);
    }

    private static boolean isFolder(Path path) {
        return Files.isRegularFile(path.resolve("contract.yaml"));
    }

    /**
     * The part in a folder, or the connector in a file; an API recipe's auth recipe is looked for
     * beside it.
     *
     * @throws WorkspaceException when it is none; says why
     */
    static OwnPart read(Path folder) {
        if (RecipeFolder.isRecipe(folder)) {
            return new OwnPart(
                    RecipeParts.made(folder, null, null).part(),
                    Objects.requireNonNull(folder.toAbsolutePath().getParent()));
        }
        return switch (isFile(folder)
                ? PartFolder.readConnector(folder)
                : PartFolder.read(folder)) {
            case PartFolder.Reading.Read(OwnPart part) -> part;
            case PartFolder.Reading.Refused(var found) ->
                    throw new WorkspaceException(found.getFirst().toString());
        };
    }

    /**
     * @throws PartLoadException when its program can't be run as a part
     */
    static PartModule module(OwnPart part) throws PartLoadException {
        try {
            return PartModule.load(part.wasm());
        } catch (IOException e) {
            throw new WorkspaceException(part.program() + " can't be read: " + e.getMessage(), e);
        }
    }
}
