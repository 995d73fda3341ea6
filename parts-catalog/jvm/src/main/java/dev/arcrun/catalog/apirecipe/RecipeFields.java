package dev.arcrun.catalog.apirecipe;

import dev.arcrun.catalog.contract.ContractProblem;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The members of one object of a recipe, read with notes on what is wrong about them. */
final class RecipeFields {
    private final RecipeFile file;
    private final Json.Obj object;
    private final List<String> path;
    private final List<ContractProblem> problems;

    private RecipeFields(
            RecipeFile file, Json.Obj object, List<String> path, List<ContractProblem> problems) {
        this.file = file;
        this.object = object;
        this.path = path;
        this.problems = problems;
    }

    static RecipeFields of(RecipeFile file, List<ContractProblem> problems) {
        return new RecipeFields(file, file.recipe(), List.of(), problems);
    }

    void mistake(String name, String message) {
        problems.add(file.problem(at(name), message));
    }

    private List<String> at(String name) {
        List<String> inner = new ArrayList<>(path);
        inner.addAll(List.of(name.split("\\.")));
        return inner;
    }

    /** Anything else would be left out in silence. */
    void only(Set<String> known) {
        for (String name : object.members().keySet()) {
            if (!known.contains(name)) {
                problems.add(
                        file.problem(with(name), "nobody knows this field here; take it out."));
            }
        }
    }

    private List<String> with(String name) {
        List<String> inner = new ArrayList<>(path);
        inner.add(name);
        return inner;
    }

    /** A member that is there and, as in Arcrun, neither null nor false, 0 or empty. */
    @Nullable Json json(String name) {
        Json value = object.get(name);
        boolean nothing =
                value == null
                        || value.equals(Json.NULL)
                        || value.equals(Json.FALSE)
                        || value.equals(Json.of(""))
                        || value.equals(Json.of(0));
        return nothing ? null : value;
    }

    String text(String name) {
        String text = textOrNull(name);
        if (text == null && json(name) == null) {
            mistake(name, "it is missing.");
        }
        return text == null ? "" : text;
    }

    @Nullable String textOrNull(String name) {
        Json value = json(name);
        if (value != null && !(value instanceof Json.Str)) {
            mistake(name, "it must be a text.");
        }
        return value instanceof Json.Str(String text) ? text : null;
    }

    String textOr(String name, String otherwise) {
        String text = textOrNull(name);
        return text == null ? otherwise : text;
    }

    boolean truth(String name) {
        Json value = json(name);
        if (value != null && !(value instanceof Json.Bool)) {
            mistake(name, "it must be true or false.");
        }
        return Json.TRUE.equals(value);
    }

    RecipeFields inner(String name) {
        return new RecipeFields(file, object(name), with(name), problems);
    }

    Json.Obj object(String name) {
        Json value = json(name);
        if (value != null && !(value instanceof Json.Obj)) {
            mistake(name, "it must be an object.");
        }
        return value instanceof Json.Obj inner ? inner : Json.Obj.EMPTY;
    }

    /** Members that are texts; numbers count as texts. */
    Map<String, String> texts(String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        RecipeFields inner = inner(name);
        for (Map.Entry<String, Json> member : inner.object.members().entrySet()) {
            switch (member.getValue()) {
                case Json.Str(String text) -> texts.put(member.getKey(), text);
                case Json.Num _, Json.Bool _ ->
                        texts.put(member.getKey(), JsonWriter.compact(member.getValue()));
                case Json.Arr _, Json.Obj _, Json.Null _ ->
                        problems.add(
                                file.problem(inner.with(member.getKey()), "it must be a text."));
            }
        }
        return texts;
    }

    List<Json> items(String name) {
        Json value = json(name);
        if (value != null && !(value instanceof Json.Arr)) {
            mistake(name, "it must be a list.");
        }
        return value instanceof Json.Arr(List<Json> items) ? items : List.of();
    }

    /** The objects of a list, read; texts where they may stand for an object's member. */
    List<RecipeFields> objects(String name, String textMeans) {
        List<RecipeFields> objects = new ArrayList<>();
        List<Json> items = items(name);
        for (int i = 0; i < items.size(); i++) {
            List<String> inner = with(name);
            inner.add(String.valueOf(i));
            switch (items.get(i)) {
                case Json.Obj item -> objects.add(new RecipeFields(file, item, inner, problems));
                case Json.Str text ->
                        objects.add(
                                new RecipeFields(
                                        file, Json.object(textMeans, text), inner, problems));
                default -> problems.add(file.problem(inner, "it must be an object."));
            }
        }
        return objects;
    }

    /** Texts of a list that aren't empty. */
    List<String> list(String name) {
        List<String> texts = new ArrayList<>();
        for (Json item : items(name)) {
            if (!(item instanceof Json.Str(String text))) {
                mistake(name, "it must be a list of texts.");
            } else if (!text.isEmpty()) {
                texts.add(text);
            }
        }
        return texts;
    }
}
