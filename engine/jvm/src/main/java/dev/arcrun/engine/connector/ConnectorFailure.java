package dev.arcrun.engine.connector;

import dev.arcrun.engine.sandbox.CallFailure;
import dev.arcrun.engine.sandbox.HostFailure;
import dev.arcrun.engine.value.Json;
import org.jspecify.annotations.Nullable;

/** Why a connector's call gave nothing; a result for the user. */
final class ConnectorFailure extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Json.Obj result;

    private ConnectorFailure(Json.Obj result) {
        super(code(result), null, false, false);
        this.result = result;
    }

    /**
     * @param error what happened, without secrets
     * @param hint what to do, or null
     */
    static ConnectorFailure of(String code, String error, @Nullable String hint) {
        return new ConnectorFailure(result(code, error, hint));
    }

    static ConnectorFailure of(HostFailure failure) {
        CallFailure told = failure.failure();
        return new ConnectorFailure(result(told.code().name(), told.error(), told.hint()));
    }

    static ConnectorFailure of(Json.Obj result) {
        return new ConnectorFailure(result);
    }

    static Json.Obj result(String code, String error, @Nullable String hint) {
        Json.Obj result =
                Json.object(
                        "success", Json.FALSE,
                        "error", Json.of(error),
                        "error_code", Json.of(code));
        return hint == null ? result : result.with("hint", Json.of(hint));
    }

    /** Its {@code error_code}. */
    String code() {
        return code(result);
    }

    private static String code(Json.Obj result) {
        return result.get("error_code") instanceof Json.Str(String code) ? code : "";
    }

    /** {@code {success: false, error, error_code, hint?, …}}. */
    Json.Obj result() {
        return result;
    }
}
