package dev.arcrun.engine.schedule;

import dev.arcrun.engine.template.Expression;
import dev.arcrun.engine.template.ExpressionException;
import dev.arcrun.engine.template.Scope;
import dev.arcrun.engine.value.Json;
import org.jspecify.annotations.Nullable;

/**
 * The condition of an IF edge. A text that isn't an expression is an error only once it is judged.
 */
record Condition(
        String text, @Nullable Expression expression, @Nullable ExpressionException unreadable) {

    static Condition read(String text) {
        if (text.isBlank()) {
            return new Condition(text, null, null);
        }
        try {
            return new Condition(text, Expression.parse(text), null);
        } catch (ExpressionException e) {
            return new Condition(text, null, e);
        }
    }

    /**
     * Whether it holds; an empty one always does.
     *
     * @throws ExpressionException when it can't be judged
     */
    boolean holds(Json source, Scope scope) {
        if (unreadable != null) {
            throw unreadable;
        }
        return expression == null || expression.test(source, scope);
    }
}
