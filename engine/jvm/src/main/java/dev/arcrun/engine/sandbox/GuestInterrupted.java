package dev.arcrun.engine.sandbox;

/** Thrown through the guest when its thread was interrupted; the clock knows the reason. */
final class GuestInterrupted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GuestInterrupted() {
        super("interrupted", null, false, false);
    }
}
