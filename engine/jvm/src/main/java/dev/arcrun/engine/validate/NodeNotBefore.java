package dev.arcrun.engine.validate;

import dev.arcrun.engine.document.Problem.Severity;
import dev.arcrun.engine.validate.Ancestry.Question;
import dev.arcrun.engine.validate.Checked.Understood;
import dev.arcrun.engine.validate.Flow.Stop;
import dev.arcrun.engine.validate.Meaning.NotBefore;
import dev.arcrun.engine.validate.Meaning.OutOfSight;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** REFERENCE_NOT_BEFORE: a reference to the result of a node that isn't there yet, or never. */
final class NodeNotBefore implements Rule {
    private static final String CODE = "REFERENCE_NOT_BEFORE";

    @Override
    public void check(Checked recipe, Findings findings) {
        List<Usage> early = new ArrayList<>();
        Set<Question> questions = new HashSet<>();
        for (Understood it : recipe.references) {
            switch (it.meaning()) {
                case NotBefore(Stop node) -> {
                    early.add(it.usage());
                    questions.add(new Question(it.usage().stop(), node));
                }
                case OutOfSight(Stop node) ->
                        findings.warning(
                                Message.of(
                                        CODE,
                                        "condition",
                                        it.usage().stop().name(),
                                        it.usage().shown(),
                                        node.name()),
                                it.usage().site().place(recipe.places),
                                List.of());
                case Meaning.Variable _,
                        Meaning.RunInput _,
                        Meaning.Result _,
                        Meaning.OwnField _,
                        Meaning.InputField _,
                        Meaning.SomeField _,
                        Meaning.OutsideLoop _,
                        Meaning.Credential _,
                        Meaning.Nothing _ -> {}
            }
        }
        Set<Question> later = Ancestry.yes(recipe.flow, questions);
        early.forEach(it -> report(recipe, it, later, findings));
    }

    private static void report(
            Checked recipe, Usage usage, Set<Question> later, Findings findings) {
        Stop node = recipe.flow.named(usage.root());
        if (node == null) {
            return;
        }
        String variant =
                node == usage.stop()
                        ? "itself"
                        : later.contains(new Question(usage.stop(), node)) ? "later" : "elsewhere";
        findings.add(
                usage.needed() ? Severity.ERROR : Severity.WARNING,
                Message.of(CODE, variant, usage.stop().name(), usage.shown(), node.name()),
                usage.site().place(recipe.places),
                List.of());
    }
}
