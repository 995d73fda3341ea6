package dev.arcrun.engine.validate;

import dev.arcrun.engine.document.Problem.Severity;
import dev.arcrun.engine.recipe.Edge;
import dev.arcrun.engine.validate.Checked.Understood;
import dev.arcrun.engine.validate.Meaning.OutsideLoop;
import java.util.List;

/** LOOP_VARIABLE_OUTSIDE: a loop's variable is used where the loop doesn't run. */
final class LoopVariableOutside implements Rule {
    @Override
    public void check(Checked recipe, Findings findings) {
        for (Understood it : recipe.references) {
            if (it.meaning() instanceof OutsideLoop(Edge loop)) {
                Usage usage = it.usage();
                findings.add(
                        usage.needed() ? Severity.ERROR : Severity.WARNING,
                        Message.of(
                                "LOOP_VARIABLE_OUTSIDE",
                                "",
                                usage.stop().name(),
                                usage.shown(),
                                loop.from(),
                                loop.to()),
                        usage.site().place(recipe.places),
                        List.of());
            }
        }
    }
}
