package dev.arcrun.desktop.completion;

import dev.arcrun.catalog.contract.PartDescription;
import dev.arcrun.catalog.schema.SchemaField;
import dev.arcrun.catalog.schema.SchemaGuide;
import dev.arcrun.engine.recipe.Node;
import dev.arcrun.engine.recipe.Recipe;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Offers what can be written at a caret in a recipe. Reads no files but through the parts. */
public final class RecipeCompletion {
    private static final int NODE_DEPTH = 2;

    private final KnownParts parts;
    private final SchemaGuide recipes = SchemaGuide.of(recipeSchema());

    public RecipeCompletion(KnownParts parts) {
        this.parts = parts;
    }

    /**
     * What can be written there.
     *
     * @param text of the document, with the caret as an offset in it; need not be valid
     * @param recipe what the text last meant
     * @param lastOutput what the node that a template at the caret names gave last, or null
     * @param language of details and explanations
     */
    public Completion at(
            String text, int caret, Recipe recipe, @Nullable Json lastOutput, Locale language) {
        String tag = language.getLanguage().equals("zh") ? "zh-TW" : "en";
        TemplatePlace template = TemplatePlace.at(text, caret);
        if (template != null) {
            return new TemplateCompletion(parts, recipe, lastOutput, tag).at(template);
        }
        YamlPlace place = YamlPlace.at(text, caret);
        if (place.role() == YamlPlace.Role.NOWHERE) {
            return Completion.NONE;
        }
        if (!place.path().isEmpty() && "flow".equals(place.path().getFirst())) {
            return new FlowCompletion(parts, recipe, tag).at(place);
        }
        return place.role() == YamlPlace.Role.KEY
                ? keys(place, recipe, tag)
                : values(place, recipe, tag);
    }

    private Completion keys(YamlPlace place, Recipe recipe, String language) {
        List<Object> path = place.path();
        List<Candidate> offers = new ArrayList<>();
        if (path.equals(List.of("config"))) {
            recipe.nodes().values().stream()
                    .filter(node -> node.role() == Node.Role.PART)
                    .forEach(node -> offers.add(key(node.name(), "", "")));
        } else {
            parametersAt(path, recipe).forEach(field -> offers.add(key(field, language)));
            recipes.fields(path).forEach(field -> offers.add(key(field, language)));
            if (path.size() == NODE_DEPTH + 1 && path.getLast().equals("credentials")) {
                needs(path, recipe).forEach(need -> offers.add(key(need, "", "")));
            }
        }
        return Offers.beginning(place.start(), place.typed(), offers);
    }

    private Completion values(YamlPlace place, Recipe recipe, String language) {
        List<Object> path = place.path();
        List<Candidate> offers = new ArrayList<>();
        if (isNodeSetting(path, "component")) {
            parts.all().forEach(part -> offers.add(part(part, language)));
        } else {
            SchemaField parameter = parameter(path, recipe);
            SchemaField described =
                    parameter == null ? recipes.field(path).orElse(null) : parameter;
            if (described != null) {
                described.choices().forEach(choice -> offers.add(Offers.choice(choice)));
            }
        }
        return Offers.beginning(place.start(), place.typed(), offers);
    }

    private List<SchemaField> parametersAt(List<Object> path, Recipe recipe) {
        SchemaGuide guide = guideOf(path, recipe);
        return guide == null ? List.of() : guide.fields(path.subList(NODE_DEPTH, path.size()));
    }

    private @Nullable SchemaField parameter(List<Object> path, Recipe recipe) {
        SchemaGuide guide = path.size() > NODE_DEPTH ? guideOf(path, recipe) : null;
        return guide == null
                ? null
                : guide.field(path.subList(NODE_DEPTH, path.size())).orElse(null);
    }

    /** The parameters of the part that the node in {@code config} at that path runs, or null. */
    private @Nullable SchemaGuide guideOf(List<Object> path, Recipe recipe) {
        PartDescription part = partAt(path, recipe);
        return part == null ? null : SchemaGuide.of(part.contract().inputSchema());
    }

    private @Nullable PartDescription partAt(List<Object> path, Recipe recipe) {
        if (path.size() < NODE_DEPTH || !path.getFirst().equals("config")) {
            return null;
        }
        String name = String.valueOf(path.get(1));
        Node node = recipe.node(name);
        return parts.find(node == null ? name : node.componentName());
    }

    private List<String> needs(List<Object> path, Recipe recipe) {
        PartDescription part = partAt(path, recipe);
        return part == null
                ? List.of()
                : part.contract().credentials().stream().map(need -> need.key()).toList();
    }

    private static boolean isNodeSetting(List<Object> path, String name) {
        return path.size() == NODE_DEPTH + 1
                && path.getFirst().equals("config")
                && path.getLast().equals(name);
    }

    static Candidate part(PartDescription part, String language) {
        return new Candidate(
                part.id(),
                part.id(),
                part.displayName().in(language),
                part.description().in(language));
    }

    private static Candidate key(SchemaField field, String language) {
        String title = field.title().in(language);
        return key(
                field.name(),
                field.required() ? title + " *" : title,
                field.description().in(language));
    }

    private static Candidate key(String name, String detail, String about) {
        return new Candidate(name, Offers.plainKey(name) + ": ", detail, about);
    }

    private static Json.Obj recipeSchema() {
        try (InputStream schema =
                Objects.requireNonNull(
                        RecipeCompletion.class.getResourceAsStream("recipe.schema.json"))) {
            return (Json.Obj)
                    JsonReader.read(new String(schema.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
