package dev.arcrun.engine.validate;

import dev.arcrun.engine.document.Edit;
import dev.arcrun.engine.document.Problem.QuickFix;
import dev.arcrun.engine.validate.Flow.Stop;
import dev.arcrun.engine.validate.Flow.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** CYCLE: edges lead back to where they came from; names the nodes on the way. */
final class Cycle implements Rule {
    private static final int MOST_REPORTED = 10;
    private static final int SHOWN = 6;

    @Override
    public void check(Checked recipe, Findings findings) {
        if (!recipe.flow.acyclic()) {
            for (List<Way> cycle : Cycles.of(recipe.flow, MOST_REPORTED)) {
                report(recipe, cycle, findings);
            }
        }
    }

    private static void report(Checked recipe, List<Way> cycle, Findings findings) {
        Way back = cycle.getLast();
        int index = back.edge().index();
        findings.error(
                Message.of("CYCLE", "", route(cycle), back.from().name(), back.to().name()),
                recipe.places.edge(index),
                List.of(
                        new QuickFix(
                                findings.label("edge", back.from().name(), back.to().name()),
                                List.of(new Edit.RemoveEdge(index)))));
    }

    private static String route(List<Way> cycle) {
        List<Stop> stops = new ArrayList<>();
        cycle.forEach(it -> stops.add(it.from()));
        String names =
                stops.stream().limit(SHOWN).map(Stop::name).collect(Collectors.joining(" → "));
        String more = stops.size() > SHOWN ? " → …" : "";
        return names + more + " → " + stops.getFirst().name();
    }
}
