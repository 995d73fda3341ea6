package dev.arcrun.engine.connector;

import dev.arcrun.engine.value.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a connector is let in. Texts are templates. */
public sealed interface Auth {
    /** What is added to the request. */
    record Static(
            Map<String, String> header,
            Map<String, Json> query,
            Json.Obj body,
            Map<String, String> path,
            @Nullable Basic basic)
            implements Auth {
        public Static {
            header = ordered(header);
            query = ordered(query);
            path = ordered(path);
        }
    }

    /** User name and password. RFC 7617. */
    record Basic(String user, String password) {}

    /** An access token that is exchanged for another, first made or refreshed when needed. */
    sealed interface Tokened extends Auth {
        String tokenUrl();

        /** Where the token stands, as {@code {{access_token}}}. */
        Map<String, String> header();
    }

    /**
     * Access for a user who agreed. RFC 6749.
     *
     * @param grant under this name the tokens are kept
     * @param authorizeUrl where the user agrees
     * @param basic the client's id and secret go into a header, else into the body
     * @param refreshToken used until the grant has one of its own, or null
     */
    record OAuth2(
            String grant,
            String authorizeUrl,
            String tokenUrl,
            List<String> scopes,
            Map<String, String> authorizeParams,
            String clientId,
            @Nullable String clientSecret,
            boolean basic,
            @Nullable String refreshToken,
            Map<String, String> header)
            implements Tokened {
        public OAuth2 {
            scopes = List.copyOf(scopes);
            authorizeParams = ordered(authorizeParams);
            header = ordered(header);
        }
    }

    /**
     * Access for a program with a key. RFC 7523.
     *
     * @param subject the user to act for, or null
     */
    record ServiceAccount(
            String key,
            String tokenUrl,
            List<String> scopes,
            @Nullable String subject,
            Map<String, String> header)
            implements Tokened {
        public ServiceAccount {
            scopes = List.copyOf(scopes);
            header = ordered(header);
        }
    }

    /**
     * A signature of the request. RFC 2104.
     *
     * @param algorithm sha1, sha256 or sha512
     * @param base64 how the signature is written; else hex
     */
    record Hmac(
            String secret,
            String algorithm,
            String message,
            boolean base64,
            Map<String, String> header)
            implements Auth {
        public Hmac {
            header = ordered(header);
        }
    }

    /** The first whose credentials are all there. */
    record FirstOf(List<Auth> options) implements Auth {
        public FirstOf {
            options = List.copyOf(options);
        }
    }

    private static <T> Map<String, T> ordered(Map<String, T> map) {
        return java.util.Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
