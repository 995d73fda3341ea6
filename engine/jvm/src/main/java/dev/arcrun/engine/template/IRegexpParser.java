package dev.arcrun.engine.template;

import java.util.ArrayList;
import java.util.List;

/** Reads the grammar of RFC 9485, section 4. */
final class IRegexpParser {
    private static final int MAX_DEPTH = 100;
    private static final int END = -1;

    private final String pattern;
    private int at;
    private int depth;

    IRegexpParser(String pattern) {
        this.pattern = pattern;
    }

    Shape parse() {
        Shape shape = choice();
        if (peek() != END) {
            throw error("`)` without `(`");
        }
        return shape;
    }

    private Shape choice() {
        List<Shape> branches = new ArrayList<>(List.of(sequence()));
        while (peek() == '|') {
            at++;
            branches.add(sequence());
        }
        return branches.size() == 1 ? branches.getFirst() : new Shape.Choice(branches);
    }

    private Shape sequence() {
        List<Shape> parts = new ArrayList<>();
        while (peek() != END && peek() != '|' && peek() != ')') {
            parts.add(quantified(atom()));
        }
        return new Shape.Sequence(parts);
    }

    private Shape atom() {
        int c = peek();
        return switch (c) {
            case '(' -> group();
            case '.' -> {
                at++;
                yield new Shape.OneOf(CharacterSet.DOT);
            }
            case '[' -> {
                at++;
                yield new Shape.OneOf(brackets());
            }
            case '\\' -> new Shape.OneOf(escape());
            case '*', '+', '?', '{' ->
                    throw error("`" + (char) c + "` has nothing before it to repeat");
            case ']', '}' -> throw error("`" + (char) c + "` needs a backslash before it");
            default -> new Shape.OneOf(CharacterSet.of(take()));
        };
    }

    private Shape group() {
        int open = at++;
        depth++;
        if (depth > MAX_DEPTH) {
            throw error("more than " + MAX_DEPTH + " groups inside each other");
        }
        Shape inner = choice();
        depth--;
        if (peek() != ')') {
            at = open;
            throw error("`(` without `)`");
        }
        at++;
        return inner;
    }

    private Shape quantified(Shape of) {
        return switch (peek()) {
            case '*' -> repeated(of, 0, Shape.Repeated.UNBOUNDED);
            case '+' -> repeated(of, 1, Shape.Repeated.UNBOUNDED);
            case '?' -> repeated(of, 0, 1);
            case '{' -> counted(of);
            default -> of;
        };
    }

    private Shape repeated(Shape of, int least, int most) {
        at++;
        return new Shape.Repeated(of, least, most);
    }

    private Shape counted(Shape of) {
        int open = at++;
        int least = count();
        int most = least;
        if (peek() == ',') {
            at++;
            most = Characters.isDigit((char) peek()) ? count() : Shape.Repeated.UNBOUNDED;
        }
        if (peek() != '}') {
            throw error("`{` of a repetition needs `{2}`, `{2,}` or `{2,5}`");
        }
        if (most != Shape.Repeated.UNBOUNDED && most < least) {
            at = open;
            throw error("a repetition of at least %s and at most %s".formatted(least, most));
        }
        return repeated(of, least, most);
    }

    /** A count; all beyond the limit of states are alike. */
    private int count() {
        int start = at;
        int count = 0;
        while (peek() >= '0' && peek() <= '9') {
            count = Math.min(count * 10 + (peek() - '0'), IRegexp.MAX_STATES + 1);
            at++;
        }
        if (at == start) {
            throw error("`{` of a repetition needs a number");
        }
        return count;
    }

    private CharacterSet brackets() {
        int open = at - 1;
        var set = new CharacterSet.Builder();
        boolean negated = peek() == '^';
        if (negated) {
            at++;
        }
        for (boolean first = true; first || peek() != ']'; first = false) {
            if (peek() == END) {
                at = open;
                throw error("`[` without `]`");
            }
            if (peek() == '-' && (first || follows(']'))) {
                at++;
                set.add('-', '-');
            } else if (peek() == '\\' && (follows('p') || follows('P'))) {
                set.addCategories(categories());
            } else {
                range(set);
            }
        }
        at++;
        return set.build(negated);
    }

    private void range(CharacterSet.Builder set) {
        int first = member();
        if (peek() != '-' || follows(']')) {
            set.add(first, first);
            return;
        }
        int dash = at++;
        int last = member();
        if (last < first) {
            at = dash;
            throw error("a range from a later to an earlier character");
        }
        set.add(first, last);
    }

    private int member() {
        int c = peek();
        return switch (c) {
            case '\\' -> escapedCharacter();
            case '[', ']', '-' ->
                    throw error("`" + (char) c + "` inside brackets needs a backslash before it");
            case END -> throw error("`[` without `]`");
            default -> take();
        };
    }

    private CharacterSet escape() {
        return follows('p') || follows('P')
                ? CharacterSet.ofCategories(categories())
                : CharacterSet.of(escapedCharacter());
    }

    private int escapedCharacter() {
        int escaped = at + 1 < pattern.length() ? pattern.charAt(at + 1) : END;
        int meaning =
                switch (escaped) {
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    case 't' -> '\t';
                    case '(', ')', '*', '+', '-', '.', '?', '[', '\\', ']', '^', '{', '|', '}' ->
                            escaped;
                    default ->
                            throw error(
                                    escaped == END
                                            ? "a backslash at the end"
                                            : "`\\%s` is not an escape"
                                                    .formatted(
                                                            Character.toString(
                                                                    pattern.codePointAt(at + 1))));
                };
        at += 2;
        return meaning;
    }

    private int categories() {
        int open = at + 2;
        int close = pattern.indexOf('}', open);
        boolean inBraces = open < pattern.length() && pattern.charAt(open) == '{' && close > open;
        int bits = inBraces ? Categories.bits(pattern.substring(open + 1, close)) : 0;
        if (bits == 0) {
            throw error("`\\p` needs a Unicode category, as in `\\p{Lu}`");
        }
        boolean others = pattern.charAt(at + 1) == 'P';
        at = close + 1;
        return others ? CharacterSet.complement(bits) : bits;
    }

    private int peek() {
        return at < pattern.length() ? pattern.charAt(at) : END;
    }

    private boolean follows(char c) {
        return at + 1 < pattern.length() && pattern.charAt(at + 1) == c;
    }

    private int take() {
        int codePoint = pattern.codePointAt(at);
        if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
            throw error("half of a surrogate pair");
        }
        at += Character.charCount(codePoint);
        return codePoint;
    }

    private IRegexpSyntaxException error(String what) {
        return new IRegexpSyntaxException(what, pattern, at);
    }
}
