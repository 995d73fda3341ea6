package dev.arcrun.catalog.apirecipe;

import dev.arcrun.catalog.contract.ContractProblem;
import dev.arcrun.catalog.contract.ContractReader;
import dev.arcrun.catalog.contract.ContractReading;
import dev.arcrun.catalog.contract.PartDescription;
import dev.arcrun.engine.value.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns a recipe into a connector's contract. */
public final class RecipeImport {
    private final List<ContractProblem> problems = new ArrayList<>();

    private RecipeImport() {}

    /** What came of it. */
    public sealed interface Result {
        /**
         * @param yaml the contract's text
         */
        record Made(PartDescription part, String yaml) implements Result {}

        /**
         * @param problems at least one
         */
        record Refused(List<ContractProblem> problems) implements Result {
            public Refused {
                problems = List.copyOf(problems);
            }
        }
    }

    /**
     * @param auth the auth recipe that an API recipe is let in with, or null
     * @param id the part's id, or null for the recipe's own
     */
    public static Result of(RecipeFile recipe, @Nullable RecipeFile auth, @Nullable String id) {
        return new RecipeImport().make(recipe, auth, id);
    }

    /** The service whose auth recipe an API recipe uses; null where it names none. */
    public static @Nullable String serviceOf(RecipeFile recipe) {
        return recipe.kind() == RecipeFile.Kind.API
                ? ApiRecipe.read(recipe, new ArrayList<>()).authService()
                : null;
    }

    /** What a recipe is called in Arcrun: an API recipe's id, an auth recipe's service. */
    public static String nameOf(RecipeFile recipe) {
        return recipe.kind() == RecipeFile.Kind.API
                ? Injection.lower(ApiRecipe.read(recipe, new ArrayList<>()).canonicalId())
                : AuthRecipe.read(recipe, new ArrayList<>()).service();
    }

    private Result make(RecipeFile file, @Nullable RecipeFile authFile, @Nullable String id) {
        Json.Obj contract =
                switch (file.kind()) {
                    case API -> api(file, authFile, id);
                    case AUTH -> auth(file, authFile, id);
                };
        if (!problems.isEmpty()) {
            return new Result.Refused(problems);
        }
        String yaml = ContractText.yaml(contract);
        return switch (ContractReader.read(yaml, file.name())) {
            case ContractReading.Read(PartDescription part) -> new Result.Made(part, yaml);
            case ContractReading.Refused(var found) ->
                    new Result.Refused(
                            found.stream()
                                    .map(it ->
                                            file.problem(
                                                    List.of(),
                                                    "its contract would be wrong: `"
                                                            + it.path()
                                                            + "`: "
                                                            + it.message()))
                                    .toList());
        };
    }

    private Json.Obj api(RecipeFile file, @Nullable RecipeFile authFile, @Nullable String id) {
        ApiRecipe recipe = ApiRecipe.read(file, problems);
        AuthRecipe auth = null;
        if (authFile != null && authFile.kind() != RecipeFile.Kind.AUTH) {
            problems.add(authFile.problem(List.of(), "this is no auth recipe."));
        } else if (authFile != null) {
            auth = AuthRecipe.read(authFile, problems);
        }
        String service = recipe.authService();
        if (service != null && auth == null && !recipe.binding()) {
            recipe.fields()
                    .mistake(
                            "auth_service",
                            "the auth recipe of `"
                                    + service
                                    + "` is missing; it has to be there too.");
        } else if (service != null && auth != null && !service.equals(auth.service())) {
            recipe.fields()
                    .mistake(
                            "auth_service",
                            "it is `"
                                    + service
                                    + "`, but the auth recipe is that of `"
                                    + auth.service()
                                    + "`.");
        }
        String name = id(recipe.fields(), "canonical_id", recipe.canonicalId(), id);
        return new ApiContract(recipe, recipe.binding() ? null : auth).json(name);
    }

    private Json.Obj auth(RecipeFile file, @Nullable RecipeFile authFile, @Nullable String id) {
        AuthRecipe recipe = AuthRecipe.read(file, problems);
        if (authFile != null) {
            problems.add(file.problem(List.of(), "this is an auth recipe itself."));
        }
        String name = id(recipe.fields(), "service", recipe.service(), id);
        return new AuthContract(recipe).json(name);
    }

    private String id(RecipeFields fields, String field, String own, @Nullable String given) {
        String id = given == null ? RecipeId.normal(own) : given;
        if (!RecipeId.isId(id) && !(given == null && own.isEmpty())) {
            fields.mistake(
                    field,
                    "`"
                            + (id.length() > 80 ? id.substring(0, 80) + "…" : id)
                            + "` can't be a part's id: a letter, then up to 63 letters, digits and _, all"
                            + " lower case. Give it another id.");
        }
        return id;
    }
}
