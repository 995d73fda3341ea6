package dev.arcrun.engine.run;

import dev.arcrun.engine.part.Component;
import dev.arcrun.engine.part.Components;
import dev.arcrun.engine.recipe.Node;
import dev.arcrun.engine.recipe.Recipe;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Components in a run where some nodes have their results given: what such a node names needs to be
 * known by nobody.
 *
 * @param answered component names of those nodes
 */
record AnsweredComponents(Components known, Set<String> answered) implements Components {
    static Components of(Components known, Recipe recipe, Set<String> nodes) {
        Set<String> names =
                recipe.nodes().values().stream()
                        .filter(node -> nodes.contains(node.name()))
                        .map(Node::componentName)
                        .collect(Collectors.toUnmodifiableSet());
        return names.isEmpty() ? known : new AnsweredComponents(known, names);
    }

    @Override
    public Component resolve(String name) {
        Component component = known.resolve(name);
        return component instanceof Component.Unknown && answered.contains(name)
                ? new Component.Part(name, null)
                : component;
    }
}
