package dev.arcrun.catalog.acceptance;

/** A part whose scenarios can't be played; the message says why. */
public final class UnplayableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnplayableException(String message) {
        super(message);
    }
}
