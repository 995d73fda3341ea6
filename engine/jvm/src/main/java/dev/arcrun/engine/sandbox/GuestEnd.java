package dev.arcrun.engine.sandbox;

/** Thrown through the guest's code by a host function, to end it. */
abstract sealed class GuestEnd extends RuntimeException
        permits GuestStopped, GuestExit, GuestInterrupted {
    private static final long serialVersionUID = 1L;

    GuestEnd(String message) {
        super(message, null, false, false);
    }
}
