package dev.arcrun.desktop.graph;

import dev.arcrun.engine.recipe.Node;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds out what a node is for, from its role and its part's category. */
public final class NodeKinds {
    private static final Map<String, GraphNode.Kind> CATEGORIES =
            Map.of(
                    "logic", GraphNode.Kind.LOGIC,
                    "data", GraphNode.Kind.DATA,
                    "api", GraphNode.Kind.API,
                    "auth", GraphNode.Kind.AUTH,
                    "ai", GraphNode.Kind.AI,
                    "trigger", GraphNode.Kind.TRIGGER);

    private final Function<String, @Nullable String> categoryOf;

    /**
     * Kinds from a catalog.
     *
     * @param categoryOf gives the contract's category of a component name, null where there is none
     */
    public NodeKinds(Function<String, @Nullable String> categoryOf) {
        this.categoryOf = categoryOf;
    }

    GraphNode.Kind of(Node node) {
        return switch (node.role()) {
            case INPUT -> GraphNode.Kind.INPUT;
            case OUTPUT -> GraphNode.Kind.OUTPUT;
            case PART -> ofPart(node.componentName());
        };
    }

    private GraphNode.Kind ofPart(String component) {
        String name = component.toLowerCase(Locale.ROOT);
        if (name.startsWith("http://") || name.startsWith("https://")) {
            return GraphNode.Kind.API;
        }
        if (name.equals("code")) {
            return GraphNode.Kind.CODE;
        }
        if (name.equals("trigger_workflow")) {
            return GraphNode.Kind.RECIPE;
        }
        String category = categoryOf.apply(component);
        return category == null
                ? GraphNode.Kind.OTHER
                : CATEGORIES.getOrDefault(category, GraphNode.Kind.OTHER);
    }
}
