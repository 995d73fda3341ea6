package dev.arcrun.engine.template;

import dev.arcrun.engine.template.Term.Operator;
import dev.arcrun.engine.template.Token.Kind;
import dev.arcrun.engine.value.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads an expression: {@code or} binds least, then {@code and}, {@code not}, a comparison. */
final class ExpressionParser {
    private static final int MAX_DEPTH = 100;

    private final String text;
    private final List<Token> tokens;
    private final List<Term.Reference> references = new ArrayList<>();
    private int next;
    private int depth;

    ExpressionParser(String text) {
        this.text = text;
        this.tokens = Tokens.of(text);
    }

    Expression parse() {
        if (peek().kind() == Kind.END) {
            throw new ExpressionException("there is no expression", 0);
        }
        Term term = either();
        if (peek().kind() != Kind.END) {
            throw unexpected();
        }
        return new Expression(text, term, references);
    }

    private Term either() {
        enter();
        List<Term> sides = new ArrayList<>(List.of(both()));
        while (take("or")) {
            sides.add(both());
        }
        depth--;
        return sides.size() == 1 ? sides.getFirst() : new Term.Or(List.copyOf(sides));
    }

    private Term both() {
        List<Term> sides = new ArrayList<>(List.of(negation()));
        while (take("and")) {
            sides.add(negation());
        }
        return sides.size() == 1 ? sides.getFirst() : new Term.And(List.copyOf(sides));
    }

    private Term negation() {
        int negations = 0;
        while (take("not")) {
            negations++;
        }
        Term term = comparison();
        for (int i = negations > 2 ? 2 - negations % 2 : negations; i > 0; i--) {
            term = new Term.Not(term);
        }
        return term;
    }

    private Term comparison() {
        Term left = operand(false);
        Operator operator = operator();
        if (operator == null) {
            return left;
        }
        int offset = tokens.get(next).start();
        next++;
        Term right = nothingFollows() ? new Term.Constant(Json.of("")) : operand(true);
        if (operator() != null) {
            throw new ExpressionException(
                    "two comparisons in a row; put `and` between them or parentheses around one",
                    peek().start());
        }
        return new Term.Comparison(operator, left, right, offset, pattern(operator, right, offset));
    }

    private static @Nullable IRegexp pattern(Operator operator, Term right, int offset) {
        if (operator == Operator.MATCHES
                && right instanceof Term.Constant(Json value)
                && value instanceof Json.Str(String pattern)) {
            return Evaluation.pattern(pattern, offset);
        }
        return null;
    }

    private @Nullable Operator operator() {
        for (Operator operator : Operator.values()) {
            if (peek().is(operator.sign)) {
                return operator;
            }
        }
        return null;
    }

    private boolean nothingFollows() {
        Token token = peek();
        return token.kind() == Kind.END || token.is(")") || token.is("and") || token.is("or");
    }

    private Term operand(boolean onTheRight) {
        Token token = peek();
        return switch (token.kind()) {
            case NUMBER -> {
                next++;
                yield new Term.Constant(number(token));
            }
            case TEXT -> {
                next++;
                yield new Term.Constant(Json.of(token.text()));
            }
            case PATH -> {
                next++;
                yield reference(token, onTheRight);
            }
            case SIGN -> signed(token, onTheRight);
            case END -> throw unexpected();
        };
    }

    private Term signed(Token token, boolean onTheRight) {
        next++;
        return switch (token.text()) {
            case "true" -> new Term.Constant(Json.TRUE);
            case "false" -> new Term.Constant(Json.FALSE);
            case "null" -> new Term.Constant(Json.NULL);
            case "[" -> items(onTheRight);
            case "(" -> {
                Term inner = either();
                expect(")");
                yield inner;
            }
            default -> {
                next--;
                throw unexpected();
            }
        };
    }

    private Term items(boolean onTheRight) {
        enter();
        List<Term> items = new ArrayList<>();
        while (!take("]")) {
            if (!items.isEmpty()) {
                expect(",");
            }
            items.add(operand(onTheRight));
        }
        depth--;
        return new Term.Items(List.copyOf(items));
    }

    private Term reference(Token token, boolean onTheRight) {
        ReferencePath path = new PathReader(text, token.start(), false).read();
        if (path == null) {
            throw unexpected();
        }
        var reference =
                new Term.Reference(
                        path, token.start(), token.end(), onTheRight && path.steps().isEmpty());
        references.add(reference);
        return reference;
    }

    private static Json number(Token token) {
        Double number = NumberText.read(token.text());
        if (number == null) {
            throw new ExpressionException("the number is too large", token.start());
        }
        return Json.of(number);
    }

    private void enter() {
        depth++;
        if (depth > MAX_DEPTH) {
            throw new ExpressionException(
                    "more than " + MAX_DEPTH + " parentheses or lists inside each other",
                    peek().start());
        }
    }

    private boolean take(String sign) {
        if (!peek().is(sign)) {
            return false;
        }
        next++;
        return true;
    }

    private void expect(String sign) {
        if (!take(sign)) {
            throw new ExpressionException(
                    "`%s` is missing before %s".formatted(sign, described(peek())), peek().start());
        }
    }

    private Token peek() {
        return tokens.get(next);
    }

    private ExpressionException unexpected() {
        return new ExpressionException(
                described(peek()) + " can't stand here; put a text of several words in quotes",
                peek().start());
    }

    private String described(Token token) {
        return token.kind() == Kind.END
                ? "the end"
                : "`" + text.substring(token.start(), token.end()) + "`";
    }
}
