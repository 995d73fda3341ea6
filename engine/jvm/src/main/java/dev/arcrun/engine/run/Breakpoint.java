package dev.arcrun.engine.run;

import dev.arcrun.engine.value.Json;
import java.util.function.Predicate;

/**
 * Stops a run before a node's calls.
 *
 * @param when decides from the input of a call
 */
public record Breakpoint(String node, Predicate<Json.Obj> when) {
    /** Before every call of the node. */
    public static Breakpoint at(String node) {
        return new Breakpoint(node, input -> true);
    }
}
