package dev.arcrun.engine.sandbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One request a part made of the host, for the trace. Bodies, headers and stored values are not in
 * it.
 *
 * @param op {@code http}, {@code kv_get}, {@code kv_put}, {@code secret}, {@code time_zone}, …
 * @param method HTTP method, else null
 * @param target URL, key or zone, as the part gave it (credentials are placeholders there)
 * @param status HTTP status, 0 where there is none
 * @param bytes length of the answer
 * @param failure why it was not carried out, else null
 */
public record HostCall(
        String op,
        @Nullable String method,
        String target,
        int status,
        long bytes,
        Duration duration,
        @Nullable FailureCode failure) {}
