package dev.arcrun.engine.template;

import dev.arcrun.engine.value.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an expression is made of. */
sealed interface Term {
    record Or(List<Term> sides) implements Term {}

    record And(List<Term> sides) implements Term {}

    record Not(Term of) implements Term {}

    /**
     * Two values and what is asked of them.
     *
     * @param offset where the operator stands
     * @param pattern of {@code matches} with a written pattern, read once
     */
    record Comparison(
            Operator operator, Term left, Term right, int offset, @Nullable IRegexp pattern)
            implements Term {}

    record Constant(Json value) implements Term {}

    record Items(List<Term> items) implements Term {}

    /**
     * The value at a path.
     *
     * @param mayBeText whether it is its own text where the name means nothing
     */
    record Reference(ReferencePath path, int start, int end, boolean mayBeText) implements Term {}

    enum Operator {
        EQUAL("=="),
        UNEQUAL("!="),
        LESS("<"),
        AT_MOST("<="),
        GREATER(">"),
        AT_LEAST(">="),
        CONTAINS("contains"),
        IN("in"),
        MATCHES("matches");

        final String sign;

        Operator(String sign) {
            this.sign = sign;
        }
    }
}
