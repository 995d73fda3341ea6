package dev.arcrun.engine.connector;

import dev.arcrun.engine.sandbox.HostFailure;
import dev.arcrun.engine.sandbox.Rs256;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonReader;
import dev.arcrun.engine.value.JsonSyntaxException;
import dev.arcrun.engine.value.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The key of a service account, and the assertions it signs. RFC 7519, RFC 7523. */
final class ServiceAccountKey {
    private static final int LIFETIME_S = 3600;

    private final String name;
    private final Json.Obj key;

    private ServiceAccountKey(String name, Json.Obj key) {
        this.name = name;
        this.key = key;
    }

    /**
     * @param name of the credential
     * @param value the key file's JSON
     */
    static ServiceAccountKey read(String name, char[] value) throws ConnectorFailure {
        try {
            if (JsonReader.read(new String(value)) instanceof Json.Obj key
                    && key.get("client_email") instanceof Json.Str
                    && key.get("private_key") instanceof Json.Str) {
                return new ServiceAccountKey(name, key);
            }
        } catch (JsonSyntaxException notJson) {
            // Its message may quote the key.
        }
        throw unusable(name);
    }

    /**
     * A signed assertion.
     *
     * @param audience the token endpoint
     * @param subject the user to act for, or null
     */
    String assertion(String audience, List<String> scopes, @Nullable String subject, Instant now)
            throws ConnectorFailure {
        Map<String, Json> header = new LinkedHashMap<>();
        header.put("alg", Json.of("RS256"));
        header.put("typ", Json.of("JWT"));
        if (key.get("private_key_id") instanceof Json.Str id) {
            header.put("kid", id);
        }
        Map<String, Json> claims = new LinkedHashMap<>();
        claims.put("iss", Json.of(text("client_email")));
        claims.put("scope", Json.of(String.join(" ", scopes)));
        claims.put("aud", Json.of(audience));
        claims.put("iat", Json.of((double) now.getEpochSecond()));
        claims.put("exp", Json.of((double) now.getEpochSecond() + LIFETIME_S));
        if (subject != null) {
            claims.put("sub", Json.of(subject));
        }
        String signed = base64(header) + "." + base64(claims);
        return signed + "." + base64(signature(signed));
    }

    private byte[] signature(String signed) throws ConnectorFailure {
        byte[] pkcs8 = pkcs8();
        try {
            return Rs256.sign(signed.getBytes(StandardCharsets.US_ASCII), pkcs8);
        } catch (HostFailure e) {
            throw unusable(name);
        } finally {
            Arrays.fill(pkcs8, (byte) 0);
        }
    }

    /** The key's bytes. RFC 7468. */
    private byte[] pkcs8() throws ConnectorFailure {
        String pem =
                text("private_key")
                        .replace("-----BEGIN PRIVATE KEY-----", "")
                        .replace("-----END PRIVATE KEY-----", "")
                        .replaceAll("\\s", "");
        try {
            return Base64.getDecoder().decode(pem);
        } catch (IllegalArgumentException e) {
            throw unusable(name);
        }
    }

    private String text(String member) {
        return key.get(member) instanceof Json.Str(String text) ? text : "";
    }

    private static ConnectorFailure unusable(String name) {
        return ConnectorFailure.of(
                "INVALID_VALUE",
                "The credential `"
                        + name
                        + "` is no service account key: that is JSON with `client_email` and a"
                        + " `private_key` in PKCS #8 form.",
                "Paste the whole JSON file of the service account's key.");
    }

    private static String base64(Map<String, Json> members) {
        return base64(JsonWriter.compact(new Json.Obj(members)).getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "ServiceAccountKey[" + name + "]";
    }
}
