package dev.arcrun.cli;

/** Whether a person sits at the other end. */
final class Terminal {
    private Terminal() {}

    static boolean interactive() {
        return System.console() != null && System.console().isTerminal();
    }
}
