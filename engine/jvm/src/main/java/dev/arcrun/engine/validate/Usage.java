package dev.arcrun.engine.validate;

import dev.arcrun.engine.template.ReferencePath;
import dev.arcrun.engine.validate.Flow.Stop;

/**
 * A reference in use.
 *
 * @param stop the node that uses it, or whose edge does
 * @param view what can be seen from there
 * @param needed whether the node fails where the reference finds nothing
 */
record Usage(Stop stop, View view, Site site, ReferencePath path, boolean needed) {
    /** What can be seen from a reference's place. */
    enum View {
        /** Scope before the node runs: its parameters. */
        BEFORE,
        /** The node's result, then the scope with it: its edges. */
        AFTER,
        /** The part's own {@code input} alone, which is the run input where nothing sets it. */
        RUN_INPUT
    }

    String root() {
        return path.name();
    }

    /** As a reader sees it: with braces in templates. */
    String shown() {
        return site.shown(path.toString());
    }
}
