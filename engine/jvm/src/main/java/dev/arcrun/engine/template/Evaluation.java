package dev.arcrun.engine.template;

import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Computes the value of terms in one scope. */
final class Evaluation {
    private final Scope scope;

    Evaluation(Scope scope) {
        this.scope = scope;
    }

    Json of(Term term) {
        return switch (term) {
            case Term.Or(List<Term> sides) ->
                    Json.of(sides.stream().anyMatch(side -> isTrue(of(side))));
            case Term.And(List<Term> sides) ->
                    Json.of(sides.stream().allMatch(side -> isTrue(of(side))));
            case Term.Not(Term inner) -> Json.of(!isTrue(of(inner)));
            case Term.Comparison comparison -> Json.of(holds(comparison));
            case Term.Constant(Json value) -> value;
            case Term.Items(List<Term> items) -> Json.array(items.stream().map(this::of).toList());
            case Term.Reference reference -> valueOf(reference);
        };
    }

    static boolean isTrue(Json value) {
        return switch (value) {
            case Json.Null _ -> false;
            case Json.Bool(boolean truth) -> truth;
            case Json.Num(double number) -> number != 0;
            case Json.Str(String text) -> !text.isEmpty();
            case Json.Arr _, Json.Obj _ -> true;
        };
    }

    private Json valueOf(Term.Reference reference) {
        Json value = reference.path().in(scope);
        if (value == null) {
            value = withoutPrefix(reference.path());
        }
        if (value != null) {
            return value;
        }
        return reference.mayBeText() ? Json.of(reference.path().name()) : Json.NULL;
    }

    /**
     * Arcrun 1.4 ignored {@code result.} and {@code ctx.} at the start of a path; recipes use it.
     */
    private @Nullable Json withoutPrefix(ReferencePath path) {
        boolean prefixed = path.name().equals("result") || path.name().equals("ctx");
        return prefixed && !path.steps().isEmpty() ? path.inner().in(scope) : null;
    }

    private boolean holds(Term.Comparison comparison) {
        Json left = of(comparison.left());
        Json right = of(comparison.right());
        return switch (comparison.operator()) {
            case EQUAL -> Comparing.equal(left, right);
            case UNEQUAL -> !Comparing.equal(left, right);
            case LESS -> Comparing.less(left, right);
            case AT_MOST -> Comparing.less(left, right) || Comparing.equal(left, right);
            case GREATER -> Comparing.less(right, left);
            case AT_LEAST -> Comparing.less(right, left) || Comparing.equal(left, right);
            case CONTAINS -> Comparing.contains(left, right);
            case IN -> Comparing.contains(right, left);
            case MATCHES -> matches(left, right, comparison);
        };
    }

    private static boolean matches(Json left, Json right, Term.Comparison comparison) {
        IRegexp pattern = comparison.pattern();
        if (pattern == null) {
            if (!(right instanceof Json.Str(String written))) {
                throw new ExpressionException(
                        "`matches` needs a pattern in a text, not " + JsonWriter.compact(right),
                        comparison.offset());
            }
            pattern = pattern(written, comparison.offset());
        }
        String text = Comparing.asText(left);
        return text != null && pattern.matches(text);
    }

    static IRegexp pattern(String written, int offset) {
        try {
            return IRegexp.parse(written);
        } catch (IRegexpSyntaxException notAPattern) {
            throw new ExpressionException(notAPattern.problem(), offset);
        }
    }
}
