package dev.arcrun.engine.sandbox;

import dev.arcrun.engine.value.Json;
import org.jspecify.annotations.Nullable;

/**
 * How one call ended.
 *
 * @param result the part's own result object, or the failure the host made: {@code {success: false,
 *     error, error_code, hint}}
 * @param failure why the host failed the call, or null where the part gave its own result
 * @param log what the part wrote to standard error, control characters made visible
 */
public record CallResult(
        Json.Obj result, @Nullable FailureCode failure, String log, CallStats stats) {

    static CallResult failed(CallFailure failure, String log, CallStats stats) {
        return new CallResult(failure.toResult(), failure.code(), log, stats);
    }
}
