package dev.arcrun.engine.sandbox;

import dev.arcrun.engine.value.Json;
import org.jspecify.annotations.Nullable;

/** Ends one call of the part {@code code} with a failure for the user. */
final class CodeFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What went wrong: {@code error_code} is the name, {@code error_type} its older spelling. */
    enum Kind {
        CONTRACT("ContractError", null),
        CODE_ERROR("UserCodeError", null),
        TIME_LIMIT("TimeoutError", FailureCode.TIME_LIMIT),
        MEMORY_LIMIT("MemoryError", FailureCode.MEMORY_LIMIT),
        OUTPUT_LIMIT("OutputError", FailureCode.OUTPUT_LIMIT),
        TRAP("EngineError", FailureCode.TRAP);

        private final String type;
        private final @Nullable FailureCode host;

        Kind(String type, @Nullable FailureCode host) {
            this.type = type;
            this.host = host;
        }
    }

    private final Kind kind;

    CodeFailure(Kind kind, String error) {
        super(error, null, false, false);
        this.kind = kind;
    }

    /** The host's reason, or null where the fault is in the parameters or the code. */
    @Nullable FailureCode hostCode() {
        return kind.host;
    }

    /** {@code {success: false, error, error_code, error_type}}. */
    Json.Obj toResult() {
        return Json.object(
                "success", Json.FALSE,
                "error", Json.of(getMessage()),
                "error_code", Json.of(kind.name()),
                "error_type", Json.of(kind.type));
    }

    /** A failure that came from outside of JavaScript, in the same form. */
    static Json.Obj from(CallFailure failure) {
        String type =
                switch (failure.code()) {
                    case TIME_LIMIT, TIMEOUT -> Kind.TIME_LIMIT.type;
                    case MEMORY_LIMIT -> Kind.MEMORY_LIMIT.type;
                    default -> Kind.TRAP.type;
                };
        return failure.toResult().with("error_type", Json.of(type));
    }
}
