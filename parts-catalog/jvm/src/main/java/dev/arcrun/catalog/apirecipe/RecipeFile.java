package dev.arcrun.catalog.apirecipe;

import dev.arcrun.catalog.contract.ContractProblem;
import dev.arcrun.catalog.contract.ContractYaml;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonReader;
import dev.arcrun.engine.value.JsonSyntaxException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of a recipe, and where its fields stand. An answer of Arcrun's own API, {@code {success,
 * recipe}}, is read as the recipe in it. For one thread.
 */
public final class RecipeFile {
    private static final long LONGEST = 1_000_000;
    private static final int DEEPEST = 40;

    private final String name;
    private final Json.Obj recipe;
    private final List<String> prefix;
    private final String text;
    private @Nullable ContractYaml places;

    private RecipeFile(String name, Json.Obj recipe, List<String> prefix, String text) {
        this.name = name;
        this.recipe = recipe;
        this.prefix = prefix;
        this.text = text;
    }

    /** What came of reading a file. */
    public sealed interface Reading {
        record Read(RecipeFile file) implements Reading {}

        record Refused(ContractProblem problem) implements Reading {}
    }

    /** What a recipe is for. */
    public enum Kind {
        API,
        AUTH
    }

    public static Reading read(Path file) {
        String name = file.toString();
        try {
            return Files.size(file) > LONGEST
                    ? refused(name, 1, 1, "the recipe is longer than 1,000,000 bytes.")
                    : read(Files.readString(file), name);
        } catch (NoSuchFileException e) {
            return refused(name, 1, 1, "there is no such file.");
        } catch (CharacterCodingException e) {
            return refused(name, 1, 1, "the file isn't UTF-8.");
        } catch (IOException e) {
            return refused(name, 1, 1, "the file can't be read: " + e.getMessage() + ".");
        }
    }

    /**
     * @param name the file's name, for the problems
     */
    public static Reading read(String text, String name) {
        Json value;
        try {
            value = JsonReader.read(text, DEEPEST);
        } catch (JsonSyntaxException e) {
            return refused(name, e.line(), e.column(), "it isn't JSON: " + e.getMessage() + ".");
        }
        if (!(value instanceof Json.Obj whole)) {
            return refused(name, 1, 1, "a recipe is an object.");
        }
        boolean answer = whole.get("recipe") instanceof Json.Obj && whole.get("success") != null;
        Json.Obj recipe = answer && whole.get("recipe") instanceof Json.Obj it ? it : whole;
        if (!isAuth(recipe) && recipe.get("canonical_id") == null) {
            return refused(
                    name,
                    1,
                    1,
                    "it is no API recipe, which has a `canonical_id`, and no auth recipe, which has"
                            + " `kind`: `auth_recipe`.");
        }
        return new Reading.Read(
                new RecipeFile(name, recipe, answer ? List.of("recipe") : List.of(), text));
    }

    private static boolean isAuth(Json.Obj recipe) {
        return Json.of("auth_recipe").equals(recipe.get("kind"))
                || (recipe.get("canonical_id") == null && recipe.get("primitive") != null);
    }

    public Kind kind() {
        return isAuth(recipe) ? Kind.AUTH : Kind.API;
    }

    public String name() {
        return name;
    }

    Json.Obj recipe() {
        return recipe;
    }

    /** A problem at the field with that path, or at the nearest around it. */
    ContractProblem problem(List<String> path, String message) {
        List<String> inFile = new ArrayList<>(prefix);
        inFile.addAll(path);
        if (places == null) {
            places = ContractYaml.read(text, name);
        }
        ContractProblem found = places.problem(inFile, message);
        return new ContractProblem(
                found.file(), found.line(), found.column(), String.join(".", path), message);
    }

    private static Reading refused(String name, int line, int column, String message) {
        return new Reading.Refused(new ContractProblem(name, line, column, "", message));
    }
}
