package dev.arcrun.engine.template;

import dev.arcrun.engine.value.Json;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A condition, read: the one of an IF edge or of a conditional breakpoint. RECIPE.md, section 2
 * (expressions).
 */
public final class Expression {
    private final String text;
    private final Term term;
    private final List<Term.Reference> references;

    Expression(String text, Term term, List<Term.Reference> references) {
        this.text = text;
        this.term = term;
        this.references = List.copyOf(references);
    }

    /**
     * Reads an expression.
     *
     * @throws ExpressionException when it isn't one
     */
    public static Expression parse(String text) {
        return new ExpressionParser(text).parse();
    }

    /**
     * Its value. A comparison, {@code and}, {@code or} and {@code not} give true or false.
     *
     * @param source the result whose members are looked at first
     * @param scope looked at for names that are no member of the source
     * @throws ExpressionException when a pattern that comes from data isn't an I-Regexp
     */
    public Json evaluate(Json source, Scope scope) {
        return new Evaluation(Scope.membersOf(source).or(scope)).of(term);
    }

    /**
     * Whether it holds: its value is none of null, false, 0 and the empty text.
     *
     * @throws ExpressionException when a pattern that comes from data isn't an I-Regexp
     */
    public boolean test(Json source, Scope scope) {
        return Evaluation.isTrue(evaluate(source, scope));
    }

    /**
     * A reference in an expression.
     *
     * @param start UTF-16 offset of its first character
     * @param end offset after its last
     * @param mayBeText whether it is its own text where the name means nothing: a bare word on the
     *     right of a comparison
     */
    public record Occurrence(ReferencePath path, int start, int end, boolean mayBeText) {}

    /** Every reference in order. */
    public List<Occurrence> occurrences() {
        return references.stream()
                .map(it -> new Occurrence(it.path(), it.start(), it.end(), it.mayBeText()))
                .toList();
    }

    /** What it refers to for certain: bare words that may be texts are left out. */
    public Set<ReferencePath> references() {
        var paths = new LinkedHashSet<ReferencePath>();
        references.stream().filter(it -> !it.mayBeText()).forEach(it -> paths.add(it.path()));
        return paths;
    }

    /**
     * The text with every reference to the name {@code from} referring to {@code to} instead, all
     * else byte for byte as it was. A bare word on the right of a comparison may be a text and
     * stays. A name with spaces is written as its id. What isn't an expression stays as it is.
     *
     * @throws IllegalArgumentException when {@code to} can't be written as a name
     */
    public static String renameRoot(String text, String from, String to) {
        String written = to.indexOf(' ') < 0 ? to : Names.id(to);
        if (!Names.isName(written)) {
            throw new IllegalArgumentException("not a name: " + to);
        }
        List<Occurrence> occurrences;
        try {
            occurrences = parse(text).occurrences();
        } catch (ExpressionException unreadable) {
            return text;
        }
        var renamed = new StringBuilder();
        int copied = 0;
        for (Occurrence it : occurrences) {
            if (it.path().name().equals(from) && !it.mayBeText()) {
                renamed.append(text, copied, it.start()).append(written);
                copied = it.start() + from.length();
            }
        }
        return renamed.append(text, copied, text.length()).toString();
    }

    /** As it was written. */
    @Override
    public String toString() {
        return text;
    }
}
