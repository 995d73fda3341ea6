package dev.arcrun.catalog.apirecipe;

import dev.arcrun.catalog.OwnPart;
import dev.arcrun.catalog.contract.ContractProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The recipes among the {@code *.json} files of a folder. An API recipe is let in with the auth
 * recipe that it names, or else with that of its own name.
 */
public final class RecipeFolder {
    private final Path folder;
    private final List<RecipeFile> files = new ArrayList<>();
    private final List<ContractProblem> problems = new ArrayList<>();
    private final Map<String, RecipeFile> services = new LinkedHashMap<>();

    private RecipeFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * @throws IOException when the folder can't be listed
     */
    public static RecipeFolder read(Path folder) throws IOException {
        var recipes = new RecipeFolder(folder);
        try (Stream<Path> found = Files.list(folder)) {
            found.filter(RecipeFolder::isRecipe).sorted().forEach(recipes::add);
        }
        return recipes;
    }

    public static boolean isRecipe(Path file) {
        return file.toString().endsWith(".json") && Files.isRegularFile(file);
    }

    private void add(Path path) {
        switch (RecipeFile.read(path)) {
            case RecipeFile.Reading.Read(RecipeFile file) -> {
                files.add(file);
                if (file.kind() == RecipeFile.Kind.AUTH) {
                    services.putIfAbsent(RecipeImport.nameOf(file), file);
                }
            }
            case RecipeFile.Reading.Refused(ContractProblem problem) -> problems.add(problem);
        }
    }

    /** The auth recipe for an API recipe, or null where there is none. */
    public @Nullable RecipeFile authOf(RecipeFile recipe) {
        if (recipe.kind() == RecipeFile.Kind.AUTH) {
            return null;
        }
        String service = RecipeImport.serviceOf(recipe);
        return services.get(service == null ? RecipeImport.nameOf(recipe) : service);
    }

    /**
     * The parts that the recipes make. As in Arcrun an auth recipe comes before an API recipe of
     * the same name.
     *
     * @param told what is wrong about the others
     */
    public List<OwnPart> parts(List<ContractProblem> told) {
        told.addAll(problems);
        List<OwnPart> parts = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (RecipeFile.Kind kind : List.of(RecipeFile.Kind.AUTH, RecipeFile.Kind.API)) {
            for (RecipeFile file : files) {
                if (file.kind() != kind) {
                    continue;
                }
                switch (RecipeImport.of(file, authOf(file), null)) {
                    case RecipeImport.Result.Made(var part, _) -> {
                        if (ids.add(part.id())) {
                            parts.add(new OwnPart(part, folder));
                        } else {
                            told.add(
                                    file.problem(
                                            List.of(),
                                            "another recipe here is `" + part.id() + "` already."));
                        }
                    }
                    case RecipeImport.Result.Refused(var found) ->
                            found.stream().filter(it -> !told.contains(it)).forEach(told::add);
                }
            }
        }
        return parts;
    }
}
