package dev.arcrun.engine.validate;

import dev.arcrun.engine.document.Problem.Place;
import java.util.List;

/**
 * Where things stand in a recipe's text. What isn't written gets the nearest place that is. Paths
 * are member names (String) and list positions (Integer).
 */
interface Places {
    /** A top-level property's value; the whole recipe for an empty path. */
    Place property(List<Object> path);

    /** A node: its config, else where the flow first names it. */
    Place node(String node);

    /** A value in a node's config. */
    Place value(String node, List<Object> path);

    /** A piece of a text in a node's config, by offsets into the text's value. */
    Place within(String node, List<Object> path, int start, int end);

    /** A triplet. */
    Place edge(int index);

    /** A triplet's relation. */
    Place relation(int index);

    /** A piece of an IF's condition, by offsets into the condition. */
    Place condition(int index, String condition, int start, int end);
}
