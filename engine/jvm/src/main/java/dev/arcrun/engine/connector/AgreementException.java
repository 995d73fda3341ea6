package dev.arcrun.engine.connector;

import dev.arcrun.engine.value.Json;
import org.jspecify.annotations.Nullable;

/** Why a user's agreement came to nothing; for the user, without secrets. */
public final class AgreementException extends Exception {
    private static final long serialVersionUID = 1L;
    private final String code;
    private final @Nullable String hint;

    /**
     * @param code stable, such as {@code TOKEN_REJECTED}
     * @param hint what to do, or null
     */
    public AgreementException(String code, String message, @Nullable String hint) {
        super(message);
        this.code = code;
        this.hint = hint;
    }

    static AgreementException of(Json.Obj failure) {
        return new AgreementException(
                text(failure, "error_code", "TOKEN_REJECTED"),
                text(failure, "error", "The service gave no access."),
                failure.get("hint") instanceof Json.Str(String hint) ? hint : null);
    }

    private static String text(Json.Obj failure, String name, String otherwise) {
        return failure.get(name) instanceof Json.Str(String text) ? text : otherwise;
    }

    public String code() {
        return code;
    }

    public @Nullable String hint() {
        return hint;
    }
}
