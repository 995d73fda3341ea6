package dev.arcrun.engine.sandbox;

/** The guest ends because its thread was interrupted; the clock knows the reason. */
final class GuestInterrupted extends GuestEnd {
    private static final long serialVersionUID = 1L;

    GuestInterrupted() {
        super("interrupted");
    }
}
