package dev.arcrun.engine.part;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a node's component name turned out to be. RECIPE.md, section 2 (components). */
public sealed interface Component {
    /**
     * A part with a contract, or, when {@code contract} is null, one without (it receives the whole
     * scope).
     *
     * @param id canonical id
     */
    record Part(String id, @Nullable Contract contract) implements Component {}

    /** {@code trigger_workflow}: runs another recipe. */
    record Workflow() implements Component {}

    /** An http(s) URL, which gets the whole scope by POST. */
    record Url(String url) implements Component {}

    /**
     * Nothing known.
     *
     * @param nearest known names that look like it, best first
     */
    record Unknown(String name, List<String> nearest) implements Component {}
}
