package dev.arcrun.engine.validate;

import dev.arcrun.engine.recipe.Relation;
import dev.arcrun.engine.validate.Flow.Loop;
import dev.arcrun.engine.validate.Flow.Stop;
import dev.arcrun.engine.validate.Flow.Way;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** FOREACH_SHADOW: a loop's variable has a name that already means something in its body. */
final class ShadowedName implements Rule {
    @Override
    public void check(Checked recipe, Findings findings) {
        for (Stop stop : recipe.flow.stops) {
            for (Way way : stop.out) {
                if (way.edge().relation() instanceof Relation.Foreach(String variable)) {
                    String variant = shadowed(recipe, way, variable);
                    if (variant != null) {
                        findings.warning(
                                Message.of(
                                        "FOREACH_SHADOW",
                                        variant,
                                        variable,
                                        stop.name(),
                                        way.to().name()),
                                recipe.places.relation(way.edge().index()),
                                List.of());
                    }
                }
            }
        }
    }

    private static @Nullable String shadowed(Checked recipe, Way way, String variable) {
        if (Meanings.MAGIC.contains(variable)) {
            return "magic";
        }
        if (variable.equals(Meanings.INPUT)) {
            return "input";
        }
        if (recipe.flow.named(variable) != null) {
            return "node";
        }
        for (Loop loop = way.from().loop; loop != null; loop = loop.parent()) {
            if (loop.variable().equals(variable)) {
                return "loop";
            }
        }
        return null;
    }
}
