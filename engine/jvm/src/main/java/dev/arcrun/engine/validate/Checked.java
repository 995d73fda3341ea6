package dev.arcrun.engine.validate;

import dev.arcrun.engine.part.Component;
import dev.arcrun.engine.part.Components;
import dev.arcrun.engine.part.Contract;
import dev.arcrun.engine.recipe.Recipe;
import dev.arcrun.engine.validate.Flow.Stop;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A recipe with all that several rules ask of it, found out once. */
final class Checked {
    final Recipe recipe;
    final Places places;
    final Surroundings surroundings;
    final Flow flow;
    final Results results;

    /** Every text in parameters. */
    final List<Text> texts = new ArrayList<>();

    /** Every reference. */
    final List<Understood> references;

    private @Nullable List<WrittenUrl> urls;

    /** A reference and what it means. */
    record Understood(Usage usage, Meaning meaning) {}

    final Nearest nearest = new Nearest();

    private final Map<Stop, Component> components = new HashMap<>();

    Checked(Recipe recipe, Places places, Components known, Surroundings surroundings) {
        this.recipe = recipe;
        this.places = places;
        this.surroundings = surroundings;
        this.flow = new Flow(recipe);
        resolve(known);
        this.results = new Results(flow, components);
        for (Stop stop : flow.stops) {
            Contract contract = contract(stop);
            Text.collect(stop, contract == null ? Set.of() : contract.verbatim(), texts);
        }
        List<Usage> usages = Usages.of(recipe.strict(), flow, texts, components);
        var meanings = new Meanings(recipe, flow, results, usages);
        this.references = usages.stream().map(it -> new Understood(it, meanings.of(it))).toList();
    }

    private void resolve(Components known) {
        Map<String, Component> byName = new HashMap<>();
        for (Stop stop : flow.stops) {
            if (stop.used && !stop.virtual() && !stop.subflow) {
                String name = stop.node.componentName();
                components.put(stop, byName.computeIfAbsent(name, known::resolve));
            }
        }
    }

    /** The addresses that nodes call, as far as they are written. */
    List<WrittenUrl> urls() {
        if (urls == null) {
            urls = WrittenUrl.of(this);
        }
        return urls;
    }

    /** What runs there; null for virtual nodes and sub-recipes. */
    @Nullable Component component(Stop stop) {
        return components.get(stop);
    }

    /** The contract of the part that runs there; null for anything else. */
    @Nullable Contract contract(Stop stop) {
        return component(stop) instanceof Component.Part(var _, var contract) ? contract : null;
    }
}
