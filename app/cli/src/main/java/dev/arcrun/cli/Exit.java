package dev.arcrun.cli;

/** Exit codes of every command. */
final class Exit {
    /** Done, and the run, the tests or the recipe are fine. */
    static final int OK = 0;

    /** The run failed, a test differs, the recipe has problems. */
    static final int FAILED = 1;

    /** Wrong use, an invalid recipe, a file that can't be read. */
    static final int USAGE = 2;

    /** Cancelled, as shells report an interrupt. */
    static final int CANCELLED = 130;

    private Exit() {}
}
