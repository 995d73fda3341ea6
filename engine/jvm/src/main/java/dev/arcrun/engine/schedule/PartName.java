package dev.arcrun.engine.schedule;

import dev.arcrun.engine.part.Component;

/** What the trace calls the part of a node. */
final class PartName {
    private PartName() {}

    /**
     * A part's id, a URL, {@code trigger_workflow}, {@code input} or {@code output} for virtual
     * nodes, the recipe's name for a sub-recipe, and what is unknown as it is written.
     */
    static String of(RunState run, Step step) {
        return switch (step.node.role()) {
            case INPUT -> "input";
            case OUTPUT -> "output";
            case PART -> step.isSubflow ? step.node.componentName() : part(run.component(step));
        };
    }

    private static String part(Component component) {
        return switch (component) {
            case Component.Part part -> part.id();
            case Component.Workflow _ -> "trigger_workflow";
            case Component.Url url -> url.url();
            case Component.Unknown unknown -> unknown.name();
        };
    }
}
