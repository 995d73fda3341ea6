package dev.arcrun.engine.validate;

import dev.arcrun.engine.document.Edit;
import dev.arcrun.engine.document.Problem.Place;
import dev.arcrun.engine.document.Problem.QuickFix;
import dev.arcrun.engine.part.Contract;
import dev.arcrun.engine.validate.Flow.Stop;
import dev.arcrun.engine.value.Json;
import java.util.List;

/** DEPRECATED_PART: a node runs a part that should not be used any more. */
final class DeprecatedPart implements Rule {
    private static final String CODE = "DEPRECATED_PART";
    private static final List<Object> COMPONENT = List.of("component");

    @Override
    public void check(Checked recipe, Findings findings) {
        for (Stop stop : recipe.flow.stops) {
            Contract contract = recipe.contract(stop);
            if (contract != null && contract.deprecated() != null) {
                Place place =
                        stop.node.component() == null
                                ? recipe.places.node(stop.name())
                                : recipe.places.value(stop.name(), COMPONENT);
                String why = findings.text(contract.deprecated().message());
                // The contract's own words are never cut: they say what to do.
                findings.warning(
                        new Message(CODE, "", List.of(stop.name(), contract.id(), why)),
                        place,
                        fixes(stop, contract.deprecated(), findings));
            }
        }
    }

    private static List<QuickFix> fixes(
            Stop stop, Contract.Deprecation deprecated, Findings findings) {
        String use = deprecated.use();
        return use == null
                ? List.of()
                : List.of(
                        new QuickFix(
                                findings.label("component", use),
                                List.of(
                                        new Edit.SetParameter(
                                                stop.name(), COMPONENT, Json.of(use)))));
    }
}
