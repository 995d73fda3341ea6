package dev.arcrun.engine.template;

import java.util.List;

/** What an I-Regexp is made of. */
sealed interface Shape {
    record OneOf(CharacterSet set) implements Shape {}

    record Sequence(List<Shape> parts) implements Shape {}

    record Choice(List<Shape> branches) implements Shape {}

    /**
     * The same several times.
     *
     * @param most {@link #UNBOUNDED}, or at least {@code least}
     */
    record Repeated(Shape of, int least, int most) implements Shape {
        static final int UNBOUNDED = -1;
    }
}
