package dev.arcrun.engine.validate;

import dev.arcrun.engine.recipe.Edge;
import dev.arcrun.engine.validate.Flow.Stop;

/** What a reference's first name means where it stands. RECIPE.md, section 3 (scope). */
sealed interface Meaning {
    /** A magic variable, a loop variable or its index: all there is to know. */
    record Variable() implements Meaning {}

    /** The run input. */
    record RunInput() implements Meaning {}

    /** The result of a node that comes before. */
    record Result(Stop of) implements Meaning {}

    /** A top-level field of the very node whose edge is judged. */
    record OwnField(Stop of) implements Meaning {}

    /** A field of the run input, by its schema. */
    record InputField() implements Meaning {}

    /** A field of the results of nodes that come before. */
    record SomeField() implements Meaning {}

    /** A node that doesn't come before. */
    record NotBefore(Stop node) implements Meaning {}

    /** The variable of a loop that doesn't run here. */
    record OutsideLoop(Edge loop) implements Meaning {}

    /** A result's name where only the run input can be seen. */
    record OutOfSight(Stop node) implements Meaning {}

    /** A credential, which the scope never holds. */
    record Credential() implements Meaning {}

    /** Nothing that is known. */
    record Nothing(Because why) implements Meaning {}

    /** How sure it is that a name means nothing. */
    enum Because {
        /** No result before can have it, and the run input can't either. */
        NOBODY_HAS_IT,
        /** The run input is described without it. */
        NOBODY_SAYS_SO,
        /** The run input isn't described, or a part's results aren't. */
        NOBODY_KNOWS
    }
}
