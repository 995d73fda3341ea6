package dev.arcrun.engine.validate;

import dev.arcrun.engine.document.Problem.QuickFix;
import dev.arcrun.engine.validate.Checked.Understood;
import dev.arcrun.engine.validate.Flow.Loop;
import dev.arcrun.engine.validate.Flow.Stop;
import dev.arcrun.engine.validate.Flow.Way;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * LOOP_RESULTS: {@code {{a.results}}} where {@code a} has no loop or its loop isn't over; or a
 * single result of a node that ran once per item. RECIPE.md, section 6.
 */
final class NoLoopResults implements Rule {
    private static final String CODE = "LOOP_RESULTS";
    private static final String RESULTS = "results";

    @Override
    public void check(Checked recipe, Findings findings) {
        for (Understood it : recipe.references) {
            if (it.meaning() instanceof Meaning.Result(Stop of)
                    && !it.usage().path().steps().isEmpty()) {
                check(recipe, it.usage(), of, findings);
            }
        }
    }

    private static void check(Checked recipe, Usage usage, Stop of, Findings findings) {
        String field = usage.path().steps().getFirst();
        if (ranOftener(of.loop, usage.stop().loop)) {
            if (!field.equals(RESULTS)) {
                report(recipe, usage, of, "each", List.of(all(usage, findings)), findings);
            }
        } else if (Results.ofLoops(field) && !recipe.results.open(of)) {
            List<Way> loops = of.out.stream().filter(Way::startsLoop).toList();
            if (loops.isEmpty()) {
                report(recipe, usage, of, "none", List.of(), findings);
            } else if (loops.stream().noneMatch(it -> gives(it, field))) {
                report(recipe, usage, of, "other", others(usage, loops, findings), findings);
            } else if (within(usage.stop().loop, of)) {
                report(recipe, usage, of, "early", List.of(), findings);
            }
        }
    }

    /** Whether what is in the one loop, seen from the other, has a result per item. */
    private static boolean ranOftener(@Nullable Loop of, @Nullable Loop seenFrom) {
        if (of == null) {
            return false;
        }
        for (Loop loop = seenFrom; loop != null; loop = loop.parent()) {
            if (loop == of) {
                return false;
            }
        }
        return true;
    }

    private static boolean gives(Way loop, String field) {
        return field.equals(RESULTS) || field.equals(RESULTS + "_" + Loop.variable(loop));
    }

    private static boolean within(@Nullable Loop innermost, Stop source) {
        for (Loop loop = innermost; loop != null; loop = loop.parent()) {
            if (loop.entry().from() == source) {
                return true;
            }
        }
        return false;
    }

    private static QuickFix all(Usage usage, Findings findings) {
        return References.use(usage, usage.root() + "." + RESULTS, findings);
    }

    private static List<QuickFix> others(Usage usage, List<Way> loops, Findings findings) {
        Trail trail = Trail.within(usage);
        return loops.stream()
                .map(it -> trail.replaced(0, RESULTS + "_" + Loop.variable(it)))
                .map(it -> References.use(usage, it, findings))
                .toList();
    }

    private static void report(
            Checked recipe,
            Usage usage,
            Stop of,
            String variant,
            List<QuickFix> fixes,
            Findings findings) {
        findings.warning(
                Message.of(CODE, variant, usage.stop().name(), usage.shown(), of.name()),
                usage.site().place(recipe.places),
                fixes);
    }
}
