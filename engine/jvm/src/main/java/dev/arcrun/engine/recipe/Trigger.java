package dev.arcrun.engine.recipe;

import org.jspecify.annotations.Nullable;

/** What starts a deployed recipe besides an authenticated call. */
public sealed interface Trigger {
    /**
     * A schedule of five cron fields.
     *
     * @param timezone IANA name
     * @param overlap whether a run may start while the one before is still going
     */
    record Cron(String expression, String timezone, boolean overlap) implements Trigger {}

    /**
     * A hook.
     *
     * @param open true: reachable without an API key
     * @param style signature style ({@code github}, {@code stripe}, …), or null
     * @param secret name of the credential that signs, or null
     */
    record Webhook(boolean open, @Nullable String style, @Nullable String secret)
            implements Trigger {}
}
