package dev.arcrun.engine.validate;

import dev.arcrun.engine.document.Edit;
import dev.arcrun.engine.document.Problem.QuickFix;
import dev.arcrun.engine.recipe.Edge;
import java.util.List;

/** SELF_EDGE: an edge from a node to itself, which could never start. */
final class EdgeToItself implements Rule {
    @Override
    public void check(Checked recipe, Findings findings) {
        for (Edge edge : recipe.recipe.edges()) {
            if (edge.relation().executable() && edge.from().equals(edge.to())) {
                findings.error(
                        Message.of("SELF_EDGE", "", edge.from()),
                        recipe.places.edge(edge.index()),
                        List.of(
                                new QuickFix(
                                        findings.label("edge", edge.from(), edge.to()),
                                        List.of(new Edit.RemoveEdge(edge.index())))));
            }
        }
    }
}
