package dev.arcrun.engine.sandbox;

/** Thrown through the guest to end it from inside a host function. */
final class GuestStopped extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient CallFailure failure;

    GuestStopped(CallFailure failure) {
        super(failure.error(), null, false, false);
        this.failure = failure;
    }

    CallFailure failure() {
        return failure;
    }
}
