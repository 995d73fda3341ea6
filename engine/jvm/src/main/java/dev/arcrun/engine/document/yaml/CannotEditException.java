package dev.arcrun.engine.document.yaml;

import java.util.List;

/** An edit that can't be made in this text; the text is as before. */
public final class CannotEditException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why; with the arguments of its message. */
    public enum Reason {
        /** Path of the list, position. */
        NO_SUCH_ITEM,
        /** Path, the name that was to stand in it. */
        NOT_A_MAPPING,
        /** Path, the position. */
        NOT_A_LIST,
        /** Path, the anchor that others use. */
        SHARED_VALUE,
        /** Path. */
        UNUSUAL_LAYOUT
    }

    private final Reason reason;
    private final transient List<Object> arguments;

    CannotEditException(Reason reason, Object... arguments) {
        super(reason + " " + List.of(arguments));
        this.reason = reason;
        this.arguments = List.of(arguments);
    }

    public Reason reason() {
        return reason;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
