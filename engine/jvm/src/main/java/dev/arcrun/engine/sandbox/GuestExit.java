package dev.arcrun.engine.sandbox;

/** The guest ends itself, with {@code proc_exit}. */
final class GuestExit extends GuestEnd {
    private static final long serialVersionUID = 1L;
    private final int code;

    GuestExit(int code) {
        super("exit " + code);
        this.code = code;
    }

    int code() {
        return code;
    }
}
