package dev.arcrun.desktop.completion;

import dev.arcrun.catalog.contract.PartDescription;
import dev.arcrun.catalog.schema.SchemaField;
import dev.arcrun.catalog.schema.SchemaGuide;
import dev.arcrun.engine.recipe.Node;
import dev.arcrun.engine.recipe.Recipe;
import dev.arcrun.engine.template.MagicVariables;
import dev.arcrun.engine.value.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Offers the next step of a template's path: from what a node last gave, else from schemas. */
final class TemplateCompletion {
    private final KnownParts parts;
    private final Recipe recipe;
    private final @Nullable Json lastOutput;
    private final String language;

    TemplateCompletion(
            KnownParts parts, Recipe recipe, @Nullable Json lastOutput, String language) {
        this.parts = parts;
        this.recipe = recipe;
        this.lastOutput = lastOutput;
        this.language = language;
    }

    Completion at(TemplatePlace place) {
        List<Candidate> offers = new ArrayList<>();
        if (place.before().isEmpty()) {
            names(offers);
        } else {
            inside(place.before(), offers);
        }
        return Offers.beginning(place.start(), place.typed(), offers);
    }

    private void names(List<Candidate> offers) {
        offers.add(Candidate.of("input"));
        recipe.nodes().values().stream()
                .filter(node -> node.role() == Node.Role.PART)
                .forEach(node -> offers.add(Candidate.of(node.name())));
        fields(inputs(), List.of()).forEach(field -> offers.add(of(field)));
        offers.add(Candidate.of("credential"));
        MagicVariables.NAMES.forEach(name -> offers.add(Candidate.of(name)));
    }

    private void inside(List<String> before, List<Candidate> offers) {
        String name = before.getFirst();
        List<String> rest = before.subList(1, before.size());
        Json seen = value(lastOutput, rest);
        if (seen instanceof Json.Obj object) {
            object.members()
                    .forEach((member, value) ->
                            offers.add(new Candidate(member, member, Shown.kind(value), "")));
        }
        Node node = recipe.node(name);
        if (name.equals("input")) {
            fields(inputs(), rest).forEach(field -> offers.add(of(field)));
        } else if (node != null && node.role() == Node.Role.PART) {
            output(node, rest, offers);
        }
    }

    private void output(Node node, List<String> rest, List<Candidate> offers) {
        if (rest.isEmpty()) {
            offers.add(Candidate.of("data"));
            offers.add(Candidate.of("success"));
            offers.add(Candidate.of("error"));
            return;
        }
        PartDescription part = parts.find(node.componentName());
        Json.Obj schema = part == null ? null : part.contract().outputSchema();
        if (schema != null && rest.getFirst().equals("data")) {
            fields(schema, rest.subList(1, rest.size())).forEach(field -> offers.add(of(field)));
        }
    }

    private Candidate of(SchemaField field) {
        return new Candidate(
                field.name(),
                field.name(),
                field.title().in(language),
                field.description().in(language));
    }

    private Json.@Nullable Obj inputs() {
        return recipe.inputs();
    }

    private static List<SchemaField> fields(Json.@Nullable Obj schema, List<String> path) {
        return schema == null ? List.of() : SchemaGuide.of(schema).fields(steps(path));
    }

    private static List<Object> steps(List<String> path) {
        return path.stream()
                .map(step -> step.matches("\\d{1,6}") ? (Object) Integer.valueOf(step) : step)
                .toList();
    }

    private static @Nullable Json value(@Nullable Json from, List<String> path) {
        Json here = from;
        for (String step : path) {
            here =
                    switch (here) {
                        case Json.Obj object -> object.get(step);
                        case Json.Arr(List<Json> items)
                                when step.matches("\\d{1,6}")
                                        && Integer.parseInt(step) < items.size() ->
                                items.get(Integer.parseInt(step));
                        case null, default -> null;
                    };
        }
        return here;
    }
}
