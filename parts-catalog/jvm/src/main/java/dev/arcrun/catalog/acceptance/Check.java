package dev.arcrun.catalog.acceptance;

/** One question of the acceptance, asked of a part whose contract is valid. */
interface Check {
    /** As reports show it, {@code size_check}. */
    String name();

    /** Whether it runs the part, so that it can't be made where the part can't be loaded. */
    default boolean runsThePart() {
        return true;
    }

    CheckResult on(Subject subject);
}
