package dev.arcrun.engine.validate;

import dev.arcrun.engine.document.Edit;
import dev.arcrun.engine.document.Problem.QuickFix;
import dev.arcrun.engine.recipe.Edge;
import dev.arcrun.engine.recipe.Relation;
import dev.arcrun.engine.validate.Flow.Stop;
import dev.arcrun.engine.validate.Flow.Way;
import java.util.List;

/** NEVER_FAILS: an edge waits for a virtual node to fail, which it never does. */
final class FailureOfInput implements Rule {
    @Override
    public void check(Checked recipe, Findings findings) {
        for (Stop stop : recipe.flow.stops) {
            for (Way way : stop.out) {
                Edge edge = way.edge();
                if (stop.virtual() && edge.relation() instanceof Relation.OnFail) {
                    findings.warning(
                            Message.of("NEVER_FAILS", "", stop.name(), edge.to()),
                            recipe.places.edge(edge.index()),
                            List.of(always(edge, findings)));
                }
            }
        }
    }

    private static QuickFix always(Edge edge, Findings findings) {
        return new QuickFix(
                findings.label("success"),
                List.of(
                        new Edit.RetargetEdge(
                                edge.index(), edge.from(), new Relation.OnSuccess(), edge.to())));
    }
}
