package dev.arcrun.engine.recipe;

/**
 * What decides whether an edge is taken once its source has a result. RECIPE.md, section 2.
 * Conditions stay text here; the template room reads them.
 */
public sealed interface Relation {
    /** PIPE, ON_CLICK. */
    record Always() implements Relation {}

    record OnSuccess() implements Relation {}

    record OnFail() implements Relation {}

    /** ON_TRUE, ON_FALSE, ON_BRANCH(name). */
    record OnBranch(String branch) implements Relation {}

    /** IF(expression); a bare IF has an empty condition and always holds. */
    record If(String condition) implements Relation {}

    record Foreach(String variable) implements Relation {}

    /** CALLS_SUBFLOW: the target names another recipe. */
    record CallsSubflow() implements Relation {}

    /** CONTINUE, IS_A, CONTAINS, HAS_STYLE, HAS_BEHAVIOR: never taken. */
    record Documentation(String label) implements Relation {}

    /** A relation that nobody knows: a problem of the document, never taken. */
    record Unknown(String text) implements Relation {}

    /** Whether a run can take it: neither documentation nor unknown. */
    default boolean executable() {
        return !(this instanceof Documentation || this instanceof Unknown);
    }
}
