package dev.arcrun.engine.connector;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a token endpoint gave.
 *
 * @param expiresAt when it ends, or null where the service doesn't say: until it is refused
 * @param refreshToken what to get the next one with, or null
 */
public record Token(
        String accessToken, @Nullable Instant expiresAt, @Nullable String refreshToken) {

    /** Without the tokens. */
    @Override
    public String toString() {
        return "Token[until " + expiresAt + "]";
    }
}
