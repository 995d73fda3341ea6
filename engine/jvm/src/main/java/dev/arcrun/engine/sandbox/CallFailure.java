package dev.arcrun.engine.sandbox;

import dev.arcrun.engine.value.Json;
import org.jspecify.annotations.Nullable;

/**
 * A failure for the user: what happened, and what to do about it.
 *
 * @param error one sentence or two, without secrets
 * @param hint what to do, or null where there is nothing to say
 */
public record CallFailure(FailureCode code, String error, @Nullable String hint) {

    /** The failure as a part's result. */
    public Json.Obj toResult() {
        var result =
                Json.object(
                        "success", Json.FALSE,
                        "error", Json.of(error),
                        "error_code", Json.of(code.name()));
        return hint == null ? result : result.with("hint", Json.of(hint));
    }
}
