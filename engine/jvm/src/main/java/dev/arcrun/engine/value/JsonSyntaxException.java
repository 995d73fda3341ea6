package dev.arcrun.engine.value;

/** A text that is not JSON; says where, for whoever wrote the text. */
public final class JsonSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int line;
    private final int column;

    /** Line and column count from 1. */
    public JsonSyntaxException(String what, int line, int column) {
        super(what + " (line " + line + ", column " + column + ")");
        this.line = line;
        this.column = column;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }
}
