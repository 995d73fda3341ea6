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
 * @param by who calls, for the reader
 * @param place where the name stands
 */
record Calls(String by, String recipe, Place place, Stop stop, List<Object> path) {
    private static final String WORKFLOW_NAME = "workflow_name";

    static List<Calls> of(Checked recipe) {
        List<Calls> calls = new ArrayList<>();
        for (Stop stop : recipe.flow.stops) {
            if (stop.subflow) {
                boolean written = stop.node.component() != null;
                List<Object> path = written ? List.of("component") : List.of();
                Place place =
                        written
                                ? recipe.places.value(stop.name(), path)
                                : recipe.places.node(stop.name());
                calls.add(new Calls(stop.name(), stop.node.componentName(), place, stop, path));
            } else if (recipe.component(stop) instanceof Component.Workflow
                    && stop.node.parameters().get(WORKFLOW_NAME) instanceof Json.Str name
                    && !Written.hasReference(name)) {
                List<Object> path = List.of(WORKFLOW_NAME);
                Place place = recipe.places.value(stop.name(), path);
                calls.add(new Calls(stop.name(), name.value(), place, stop, path));
            }
        }
        return calls;
    }

    /** Calls another one; where the node's own name is the recipe, its component says so. */
    Edit replaceBy(String other) {
        List<Object> where = path.isEmpty() ? List.of("component") : path;
        return new Edit.SetParameter(stop.name(), where, Json.of(other));
    }
}
