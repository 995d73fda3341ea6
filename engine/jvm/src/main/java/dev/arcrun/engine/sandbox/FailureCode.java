package dev.arcrun.engine.sandbox;

/**
 * Why a call failed, where the host and not the part says so. Its name is the {@code error_code}.
 */
public enum FailureCode {
    TIME_LIMIT,
    TIMEOUT,
    CANCELLED,
    MEMORY_LIMIT,
    STACK_LIMIT,
    INPUT_LIMIT,
    OUTPUT_LIMIT,
    HOST_CALL_LIMIT,
    BAD_POINTER,
    TRAP,
    EXIT_CODE,
    INVALID_OUTPUT,
    INVALID_REQUEST,
    HOST_NOT_ALLOWED,
    CREDENTIAL_HOST,
    CREDENTIAL_MISSING,
    RESPONSE_TOO_LARGE,
    TOO_MANY_REDIRECTS,
    NETWORK_ERROR,
    NETWORK_TIMEOUT,
    STORAGE_NOT_ALLOWED,
    UNKNOWN_TIME_ZONE,
    NOT_SUPPORTED
}
