package dev.arcrun.engine.sandbox;

/** The guest ends as a failure. */
final class GuestStopped extends GuestEnd {
    private static final long serialVersionUID = 1L;
    private final transient CallFailure failure;

    GuestStopped(CallFailure failure) {
        super(failure.error());
        this.failure = failure;
    }

    CallFailure failure() {
        return failure;
    }
}
