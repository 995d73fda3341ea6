package dev.arcrun.engine.validate;

import dev.arcrun.engine.document.Edit;
import dev.arcrun.engine.document.Problem.Place;
import dev.arcrun.engine.document.Problem.QuickFix;
import dev.arcrun.engine.part.Component;
import dev.arcrun.engine.validate.Flow.Stop;
import dev.arcrun.engine.value.Json;
import java.util.List;

/** UNKNOWN_PART: nothing is called what a node's component is. */
final class UnknownPart implements Rule {
    private static final String CODE = "UNKNOWN_PART";
    private static final List<Object> COMPONENT = List.of("component");

    @Override
    public void check(Checked recipe, Findings findings) {
        for (Stop stop : recipe.flow.stops) {
            if (recipe.component(stop) instanceof Component.Unknown(String name, var nearest)) {
                boolean written = stop.node.component() != null;
                Place place =
                        written
                                ? recipe.places.value(stop.name(), COMPONENT)
                                : recipe.places.node(stop.name());
                findings.error(
                        message(stop, name, written, nearest),
                        place,
                        nearest.stream().map(it -> use(stop, it, findings)).toList());
            }
        }
    }

    private static Message message(Stop stop, String name, boolean written, List<String> nearest) {
        if (nearest.isEmpty()) {
            return Message.of(CODE, written ? "" : "unnamed", stop.name(), name);
        }
        String variant = written ? "nearest" : "unnamed.nearest";
        return Message.of(CODE, variant, stop.name(), name, nearest.getFirst());
    }

    private static QuickFix use(Stop stop, String part, Findings findings) {
        return new QuickFix(
                findings.label("component", part),
                List.of(new Edit.SetParameter(stop.name(), COMPONENT, Json.of(part))));
    }
}
