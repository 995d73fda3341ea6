package dev.arcrun.engine.sandbox;

/** JavaScript threw, and nothing in JavaScript caught it. */
final class JsThrown extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int value;

    /**
     * @param value the thrown value, as {@link QuickJsVm} hands out values
     */
    JsThrown(int value) {
        super("JavaScript threw", null, false, false);
        this.value = value;
    }

    int value() {
        return value;
    }
}
