package dev.arcrun.engine.validate;

import dev.arcrun.engine.document.Problem.Place;
import dev.arcrun.engine.recipe.Edge;
import dev.arcrun.engine.recipe.Relation;
import dev.arcrun.engine.template.Expression;
import dev.arcrun.engine.template.ExpressionException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** BAD_EXPRESSION: a condition that can't be read, so that it can never hold. */
final class BadExpression implements Rule {
    @Override
    public void check(Checked recipe, Findings findings) {
        for (Edge edge : recipe.recipe.edges()) {
            if (edge.relation() instanceof Relation.If(String condition)) {
                ExpressionException error = error(condition);
                if (error != null) {
                    Place place =
                            recipe.places.condition(
                                    edge.index(),
                                    condition,
                                    start(condition, error),
                                    condition.length());
                    report(edge.from(), condition, error, place, findings);
                }
            }
        }
        for (Text text : recipe.texts) {
            if (text.template() == null
                    && Usages.isPartCondition(text, recipe.component(text.stop()))) {
                ExpressionException error = error(text.value());
                if (error != null) {
                    String node = text.stop().name();
                    int start = start(text.value(), error);
                    int end = text.value().length();
                    Place place = recipe.places.within(node, text.path(), start, end);
                    report(node, text.value(), error, place, findings);
                }
            }
        }
    }

    private static @Nullable ExpressionException error(String condition) {
        try {
            if (!condition.isBlank()) {
                Expression.parse(condition);
            }
            return null;
        } catch (ExpressionException error) {
            return error;
        }
    }

    /** Where the trouble starts; the last character where that is the end. */
    private static int start(String condition, ExpressionException error) {
        return Math.clamp(error.offset(), 0, Math.max(0, condition.length() - 1));
    }

    private static void report(
            String node,
            String condition,
            ExpressionException error,
            Place place,
            Findings findings) {
        findings.error(
                Message.of("BAD_EXPRESSION", "", node, condition, error.problem()),
                place,
                List.of());
    }
}
