package dev.arcrun.engine.template;

/** A text that is no I-Regexp, or one too large to be used; says where. */
public final class IRegexpSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int offset;
    private final String problem;

    /** The offset counts UTF-16 units of the pattern from 0. */
    public IRegexpSyntaxException(String what, String pattern, int offset) {
        this(
                "`%s` is no I-Regexp (RFC 9485): %s, at character %s"
                        .formatted(pattern, what, offset + 1),
                offset);
    }

    private IRegexpSyntaxException(String problem, int offset) {
        super(problem);
        this.problem = problem;
        this.offset = offset;
    }

    /** What is wrong, with the pattern. */
    public String problem() {
        return problem;
    }

    public int offset() {
        return offset;
    }
}
