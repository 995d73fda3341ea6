package dev.arcrun.engine.validate;

import dev.arcrun.engine.document.Edit;
import dev.arcrun.engine.document.Problem.Place;
import dev.arcrun.engine.part.Component;
import dev.arcrun.engine.validate.Flow.Stop;
import dev.arcrun.engine.value.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * A call of another recipe whose name stands in this one.
 *
 * @param path where the name stands in the node's config; empty where the node's own name is it
 */
record Calls(Stop stop, String recipe, List<Object> path) {
    private static final String COMPONENT = "component";
    private static final String WORKFLOW_NAME = "workflow_name";

    static List<Calls> of(Checked recipe) {
        List<Calls> calls = new ArrayList<>();
        for (Stop stop : recipe.flow.stops) {
            if (stop.subflow) {
                boolean written = stop.node.component() != null;
                List<Object> path = written ? List.of(COMPONENT) : List.of();
                calls.add(new Calls(stop, stop.node.componentName(), path));
            } else if (recipe.component(stop) instanceof Component.Workflow
                    && stop.node.parameters().get(WORKFLOW_NAME) instanceof Json.Str name
                    && !Written.hasReference(name)) {
                calls.add(new Calls(stop, name.value(), List.of(WORKFLOW_NAME)));
            }
        }
        return calls;
    }

    String by() {
        return stop.name();
    }

    Place place(Places places) {
        return path.isEmpty() ? places.node(stop.name()) : places.value(stop.name(), path);
    }

    /** Calls another one; where the node's own name is the recipe, its component says so. */
    Edit replaceBy(String other) {
        List<Object> where = path.isEmpty() ? List.of(COMPONENT) : path;
        return new Edit.SetParameter(stop.name(), where, Json.of(other));
    }
}
