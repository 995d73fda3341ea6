package dev.arcrun.engine.template;

/** An expression that can't be read, or can't be decided; says where, for its author. */
public final class ExpressionException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String problem;
    private final int offset;

    /** The offset counts UTF-16 units of the expression from 0. */
    public ExpressionException(String what, int offset) {
        super(what);
        this.problem = what;
        this.offset = offset;
    }

    /** What is wrong and what to do, for the expression's author. */
    public String problem() {
        return problem;
    }

    public int offset() {
        return offset;
    }
}
