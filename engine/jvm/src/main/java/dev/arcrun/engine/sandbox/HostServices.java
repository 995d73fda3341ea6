package dev.arcrun.engine.sandbox;

import org.jspecify.annotations.Nullable;

/**
 * What a part may ask of the host. Whoever makes one decides the part's rights: a key that isn't
 * the part's to read is null, a store it doesn't have refuses. Called on the guest's thread, which
 * is interrupted when the call must end.
 */
public interface HostServices {
    /** Gives nothing and reaches nothing. */
    HostServices NONE = new HostServices() {};

    /**
     * @throws HostFailure when there is no answer; an answer with a status of 400 and more is one
     */
    default HttpAnswer http(HttpCall call) throws HostFailure {
        throw new HostFailure(
                FailureCode.HOST_NOT_ALLOWED,
                "The part asked for " + call.host() + ", but it has no access to the network.",
                "Allow this host for the part.");
    }

    /** A value of the part's own store, or null where there is none. */
    default @Nullable String kvGet(String key) throws HostFailure {
        return null;
    }

    /**
     * @param ttlSeconds how long the value lives; 0: for good
     */
    default void kvPut(String key, String value, long ttlSeconds) throws HostFailure {
        throw new HostFailure(
                FailureCode.STORAGE_NOT_ALLOWED,
                "The part wanted to store `" + key + "`, but it has no store of its own.",
                "A part gets one with `storage: true` in its contract.");
    }

    /** The value of a credential the part's contract names, or null. */
    default @Nullable String secret(String key) throws HostFailure {
        return null;
    }
}
