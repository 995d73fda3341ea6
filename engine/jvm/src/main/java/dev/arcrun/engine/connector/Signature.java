package dev.arcrun.engine.connector;

import dev.arcrun.engine.sandbox.Credential;
import dev.arcrun.engine.sandbox.WebAddress;
import dev.arcrun.engine.value.Json;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs a request with a shared secret. RFC 2104. */
final class Signature {
    private Signature() {}

    /**
     * The headers that carry the signature.
     *
     * @param address where the request goes
     * @param body as it is sent
     */
    static Map<String, String> headers(
            Auth.Hmac auth,
            Credential secret,
            String method,
            WebAddress address,
            String body,
            String callId,
            Instant now,
            Filling filling)
            throws ConnectorFailure {
        Map<String, Json> names = new LinkedHashMap<>();
        names.put("method", Json.of(method));
        names.put("url", Json.of(address.text()));
        names.put("host", Json.of(address.host()));
        names.put("path", Json.of(address.path()));
        names.put("query", Json.of(address.query()));
        names.put("body", Json.of(body));
        names.put("timestamp", Json.of(String.valueOf(now.getEpochSecond())));
        names.put("timestamp_ms", Json.of(String.valueOf(now.toEpochMilli())));
        names.put("call_id", Json.of(callId));
        String message = filling.with(names).text(auth.message());
        byte[] signature = sign(auth.algorithm(), secret, message == null ? "" : message);
        names.put(
                "signature",
                Json.of(
                        auth.base64()
                                ? Base64.getEncoder().encodeToString(signature)
                                : HexFormat.of().formatHex(signature)));
        return LettingIn.filled(auth.header(), filling.with(names));
    }

    private static byte[] sign(String algorithm, Credential secret, String message)
            throws ConnectorFailure {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(secret.value()));
        byte[] key = Arrays.copyOf(encoded.array(), encoded.limit());
        Arrays.fill(encoded.array(), (byte) 0);
        String name =
                switch (algorithm) {
                    case "sha1" -> "HmacSHA1";
                    case "sha512" -> "HmacSHA512";
                    default -> "HmacSHA256";
                };
        try {
            Mac mac = Mac.getInstance(name);
            mac.init(new SecretKeySpec(key, name));
            return mac.doFinal(Percent.utf8(message));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }
}
