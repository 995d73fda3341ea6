package dev.arcrun.engine.sandbox;

/** One line of an HTTP head. */
public record Header(String name, String value) {
    /** Without the value, which may be a secret. */
    @Override
    public String toString() {
        return name + ": …";
    }
}
