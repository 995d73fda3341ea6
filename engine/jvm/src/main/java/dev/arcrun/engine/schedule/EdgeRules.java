package dev.arcrun.engine.schedule;

import dev.arcrun.engine.recipe.Relation;
import dev.arcrun.engine.template.ExpressionException;
import dev.arcrun.engine.template.Scope;
import dev.arcrun.engine.value.Json;
import org.jspecify.annotations.Nullable;

/** Whether an edge is taken, judged on its own source's result. RECIPE.md, section 2. */
final class EdgeRules {
    private EdgeRules() {}

    /**
     * The verdict on one edge.
     *
     * @param error why it can't be judged, or null; then it is not taken
     */
    record Verdict(boolean taken, ResultRules.@Nullable Failure error) {
        static final Verdict TAKEN = new Verdict(true, null);
        static final Verdict DEAD = new Verdict(false, null);

        static Verdict of(boolean taken) {
            return taken ? TAKEN : DEAD;
        }
    }

    /** A FOREACH edge counts as taken when its source didn't fail: then the loop runs. */
    static Verdict judge(Route route, Json result, boolean failed, Scope scope) {
        return switch (route.edge.relation()) {
            case Relation.Always _ -> Verdict.TAKEN;
            case Relation.OnSuccess _, Relation.Foreach _, Relation.CallsSubflow _ ->
                    Verdict.of(!failed);
            case Relation.OnFail _ -> Verdict.of(failed);
            case Relation.OnBranch(String name) ->
                    Verdict.of(name.equals(ResultRules.branch(result)));
            case Relation.If _ -> judgeCondition(route, result, scope);
            case Relation.Documentation _, Relation.Unknown _ -> Verdict.DEAD;
        };
    }

    private static Verdict judgeCondition(Route route, Json result, Scope scope) {
        Condition condition = route.condition;
        if (condition == null) {
            return Verdict.TAKEN;
        }
        try {
            return Verdict.of(condition.holds(result, scope));
        } catch (ExpressionException e) {
            return new Verdict(false, Failures.expression(route, condition.text(), e.problem()));
        }
    }
}
