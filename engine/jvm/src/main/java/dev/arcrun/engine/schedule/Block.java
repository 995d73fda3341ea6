package dev.arcrun.engine.schedule;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Steps that run together: the recipe outside loops, or the body of one FOREACH edge without the
 * bodies of loops within it. RECIPE.md, section 6.
 */
final class Block {
    final @Nullable Block parent;
    final int depth;

    /** In topological order. */
    final List<Step> steps = new ArrayList<>();

    /** The loops that start in this block. */
    final List<Block> children = new ArrayList<>();

    /**
     * Edges that leave the body, its own FOREACH edge included when its target isn't in the body.
     */
    final List<Route> exits = new ArrayList<>();

    Block(@Nullable Block parent) {
        this.parent = parent;
        this.depth = parent == null ? 0 : parent.depth + 1;
        if (parent != null) {
            parent.children.add(this);
        }
    }

    /** The innermost block that holds both. */
    static Block common(Block a, Block b) {
        Block left = a;
        Block right = b;
        while (left != right) {
            if (left.depth >= right.depth && left.parent != null) {
                left = left.parent;
            } else if (right.parent != null) {
                right = right.parent;
            }
        }
        return left;
    }

    boolean isWithin(Block other) {
        Block outer = this;
        while (outer.depth > other.depth && outer.parent != null) {
            outer = outer.parent;
        }
        return outer == other;
    }
}
