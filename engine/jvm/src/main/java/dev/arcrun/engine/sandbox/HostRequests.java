package dev.arcrun.engine.sandbox;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The requests a guest can make, the same for each of the two host modules. */
final class HostRequests {
    private HostRequests() {}

    static HttpAnswer http(GuestCall call, HttpCall request) throws HostFailure {
        return new HostRequest(call, "http", request.method(), request.url())
                .run(() -> {
                    HttpAnswer answer = call.host().http(request);
                    return new HostRequest.Reply<>(answer, answer.status(), answer.body().length);
                });
    }

    static @Nullable String kvGet(GuestCall call, String key) throws HostFailure {
        return new HostRequest(call, "kv_get", null, key)
                .run(() -> found(call.host().kvGet(key)))
                .orElse(null);
    }

    static void kvPut(GuestCall call, String key, String value, long ttl) throws HostFailure {
        new HostRequest(call, "kv_put", null, key)
                .run(() -> {
                    call.host().kvPut(key, value, ttl);
                    return HostRequest.Reply.of(true, 0);
                });
    }

    static @Nullable String secret(GuestCall call, String key) throws HostFailure {
        return new HostRequest(call, "secret", null, key)
                .run(() -> found(call.host().secret(key)))
                .orElse(null);
    }

    static byte[] signRs256(GuestCall call, byte[] data, byte[] pkcs8) throws HostFailure {
        return new HostRequest(call, "sign_rs256", null, "")
                .run(() -> {
                    byte[] signature = Rs256.sign(data, pkcs8);
                    return HostRequest.Reply.of(signature, signature.length);
                });
    }

    /** What the time zone database says; it is on this machine. */
    static <T> T zoneOffset(GuestCall call, String zone, ZoneQuery<T> query) throws HostFailure {
        return new HostRequest(call, "time_zone", null, zone)
                .run(() -> HostRequest.Reply.of(query.run(), 0));
    }

    @FunctionalInterface
    interface ZoneQuery<T> {
        T run() throws HostFailure;
    }

    private static HostRequest.Reply<Optional<String>> found(@Nullable String value) {
        return HostRequest.Reply.of(
                Optional.ofNullable(value), value == null ? 0 : GuestCall.utf8(value).length);
    }
}
