package dev.arcrun.engine.schedule;

import dev.arcrun.engine.document.RecipeDocument;
import dev.arcrun.engine.recipe.Recipe;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One case of {@code engine/conformance/run}. Its README says what each key means. */
record ConformanceCase(Json.Obj text) {
    private static final Set<String> KEYS =
            Set.of(
                    "name",
                    "why",
                    "recipe",
                    "recipes",
                    "input",
                    "context",
                    "components",
                    "parts",
                    "order",
                    "events",
                    "expect");

    static ConformanceCase of(Json.Obj text) {
        CaseFile.onlyKnown(text, KEYS);
        for (String required : List.of("name", "why", "recipe", "expect")) {
            if (text.get(required) == null) {
                throw new IllegalArgumentException("a case has no `" + required + "`: " + text);
            }
        }
        return new ConformanceCase(text);
    }

    String name() {
        return required(text, "name");
    }

    Recipe recipe() {
        return recipe(object("recipe"), "case");
    }

    /** Another recipe of the case, or null. */
    @Nullable Recipe recipe(String name) {
        return object("recipes").get(name) instanceof Json.Obj recipe ? recipe(recipe, name) : null;
    }

    private static Recipe recipe(Json.Obj recipe, String name) {
        Json.Obj named = recipe.get("name") == null ? recipe.with("name", Json.of(name)) : recipe;
        // JSON is YAML: the mapping is read as any recipe is.
        var document = RecipeDocument.read(JsonWriter.compact(named));
        if (!document.parsed()) {
            throw new IllegalArgumentException("not a recipe: " + document.problems());
        }
        return document.recipe();
    }

    RunContext context() {
        Json.Obj context = object("context");
        CaseFile.onlyKnown(
                context,
                Set.of("run_id", "triggered_by", "scheduled_at", "nonce", "depth", "start"));
        Json input = text.get("input");
        return new RunContext(
                textOr(context, "run_id", "run-1"),
                input == null ? Json.Obj.EMPTY : input,
                textOr(context, "triggered_by", "manual"),
                context.get("scheduled_at") instanceof Json.Str(String at) ? at : null,
                textOr(context, "nonce", "nonce"),
                context.get("depth") instanceof Json.Num(double depth) ? (int) depth : 0);
    }

    long startMs() {
        return Instant.parse(textOr(object("context"), "start", "2026-03-01T08:30:00.000Z"))
                .toEpochMilli();
    }

    CaseComponents components() {
        return new CaseComponents(object("components"));
    }

    CaseParts parts() {
        return new CaseParts(object("parts"));
    }

    /** The order in which calls end, where the case says one. */
    List<String> order() {
        return list("order").stream().map(each -> ((Json.Str) each).value()).toList();
    }

    List<Json.Obj> events() {
        return list("events").stream().map(each -> (Json.Obj) each).toList();
    }

    Json.Obj expect() {
        return object("expect");
    }

    private Json.Obj object(String key) {
        return text.get(key) instanceof Json.Obj object ? object : Json.Obj.EMPTY;
    }

    private List<Json> list(String key) {
        return text.get(key) instanceof Json.Arr(var items) ? items : List.of();
    }

    static String required(Json.Obj object, String key) {
        if (object.get(key) instanceof Json.Str(String text)) {
            return text;
        }
        throw new IllegalArgumentException(
                "no text at `" + key + "` in " + JsonWriter.compact(object));
    }

    static String textOr(Json.Obj object, String key, String otherwise) {
        return object.get(key) instanceof Json.Str(String text) ? text : otherwise;
    }

    /** Whether the outcome must not depend on the order in which calls end. */
    boolean anyOrder() {
        return order().isEmpty() && events().isEmpty();
    }

    Map<String, Json> expected() {
        return expect().members();
    }
}
