package dev.arcrun.engine.template;

/**
 * A pattern as RFC 9485 (I-Regexp) defines it, matched in time that grows with pattern times text.
 *
 * <p>There are no anchors, groups that capture or back references; {@code ^} and {@code $} are
 * plain characters. Characters are Unicode code points; {@code .} is any but line feed and carriage
 * return.
 */
public final class IRegexp {
    /**
     * A pattern that would need more states than this, counted repetitions written out, is refused.
     */
    public static final int MAX_STATES = 10_000;

    private final String pattern;
    private final StateMachine machine;

    private IRegexp(String pattern, StateMachine machine) {
        this.pattern = pattern;
        this.machine = machine;
    }

    /**
     * Reads a pattern.
     *
     * @throws IRegexpSyntaxException when it isn't one or is too large
     */
    public static IRegexp parse(String pattern) {
        return new IRegexp(pattern, StateMachine.of(new IRegexpParser(pattern).parse(), pattern));
    }

    /** Whether the whole text fits. */
    public boolean matches(String text) {
        return machine.run(text).matched();
    }

    /** The most states that can be visited to decide a text. */
    public long mostSteps(String text) {
        return (long) machine.size() * text.length();
    }

    /** How many states were visited to decide a text. */
    long steps(String text) {
        return machine.run(text).steps();
    }

    /** As it was written. */
    @Override
    public String toString() {
        return pattern;
    }
}
