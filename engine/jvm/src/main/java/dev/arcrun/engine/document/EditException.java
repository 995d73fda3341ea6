package dev.arcrun.engine.document;

/** An edit that can't be made; the message says why and what to do, for the user. */
public final class EditException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EditException(String message) {
        super(message);
    }

    public EditException(String message, Throwable cause) {
        super(message, cause);
    }
}
