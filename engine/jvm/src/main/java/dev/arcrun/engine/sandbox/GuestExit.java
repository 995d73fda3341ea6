package dev.arcrun.engine.sandbox;

/** Thrown through the guest when it calls {@code proc_exit}. */
final class GuestExit extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int code;

    GuestExit(int code) {
        super("exit " + code, null, false, false);
        this.code = code;
    }

    int code() {
        return code;
    }
}
