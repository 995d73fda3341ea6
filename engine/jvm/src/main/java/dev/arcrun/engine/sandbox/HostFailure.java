package dev.arcrun.engine.sandbox;

import org.jspecify.annotations.Nullable;

/** A request of a part that the host did not carry out. The guest goes on and is told. */
public final class HostFailure extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient CallFailure failure;

    /**
     * @param error what happened, without secrets
     * @param hint what to do, or null
     */
    public HostFailure(FailureCode code, String error, @Nullable String hint) {
        super(error, null, false, false);
        this.failure = new CallFailure(code, error, hint);
    }

    public CallFailure failure() {
        return failure;
    }
}
