package dev.arcrun.engine.validate;

import dev.arcrun.engine.document.Edit;
import dev.arcrun.engine.document.Problem.QuickFix;
import dev.arcrun.engine.recipe.Edge;
import dev.arcrun.engine.recipe.Relation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** DUPLICATE_EDGE: a triplet that says again what another one says. */
final class DuplicateEdge implements Rule {
    private record Saying(String from, Relation relation, String to) {}

    @Override
    public void check(Checked recipe, Findings findings) {
        Set<Saying> said = new HashSet<>();
        for (Edge edge : recipe.recipe.edges()) {
            if (!said.add(new Saying(edge.from(), edge.relation(), edge.to()))) {
                findings.warning(
                        Message.of("DUPLICATE_EDGE", "", edge.from(), edge.to()),
                        recipe.places.edge(edge.index()),
                        List.of(
                                new QuickFix(
                                        findings.label("edge", edge.from(), edge.to()),
                                        List.of(new Edit.RemoveEdge(edge.index())))));
            }
        }
    }
}
