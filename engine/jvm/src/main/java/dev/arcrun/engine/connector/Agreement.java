package dev.arcrun.engine.connector;

import dev.arcrun.engine.sandbox.Credential;
import dev.arcrun.engine.template.Scope;
import dev.arcrun.engine.value.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A user's agreement that a connector may act for them: authorization code with PKCE (RFC 6749,
 * 4.1; RFC 7636). The user's browser goes to {@link #address}; what it brings back is changed into
 * a token by {@link #exchange}. For one attempt.
 */
public final class Agreement {
    private static final int RANDOM_BYTES = 32;
    private static final Duration MOST = Duration.ofSeconds(30);

    private final Connector connector;
    private final Auth.OAuth2 auth;
    private final ConnectorHost host;
    private final InstantSource clock;
    private final String state;
    private final String verifier;

    /**
     * The first way of a connector to be let in for which a user can agree.
     *
     * @return null where there is none
     */
    public static @Nullable Agreement of(
            Connector connector, ConnectorHost host, InstantSource clock, SecureRandom random) {
        Auth.OAuth2 auth = oauth2(connector.auth());
        return auth == null ? null : new Agreement(connector, auth, host, clock, random);
    }

    private static Auth.@Nullable OAuth2 oauth2(@Nullable Auth auth) {
        return switch (auth) {
            case null -> null;
            case Auth.OAuth2 oauth2 -> oauth2;
            case Auth.FirstOf(List<Auth> options) -> {
                for (Auth option : options) {
                    Auth.OAuth2 found = oauth2(option);
                    if (found != null) {
                        yield found;
                    }
                }
                yield null;
            }
            case Auth.Static _, Auth.ServiceAccount _, Auth.Hmac _ -> null;
        };
    }

    private Agreement(
            Connector connector,
            Auth.OAuth2 auth,
            ConnectorHost host,
            InstantSource clock,
            SecureRandom random) {
        this.connector = connector;
        this.auth = auth;
        this.host = host;
        this.clock = clock;
        this.state = drawn(random);
        this.verifier = drawn(random);
    }

    private static String drawn(SecureRandom random) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return base64Url(bytes);
    }

    /** What the browser must bring back unchanged. */
    public String state() {
        return state;
    }

    /** What the user agrees to. */
    public List<String> scopes() {
        return auth.scopes();
    }

    /** Under this name the tokens are kept. */
    public String grant() {
        return sources().grant(auth);
    }

    /**
     * Where the user agrees.
     *
     * @param redirectUri where the browser goes afterwards
     * @throws AgreementException when a credential is missing
     */
    public String address(String redirectUri) throws AgreementException {
        Map<String, Json> query = new LinkedHashMap<>();
        auth.authorizeParams().forEach((name, value) -> query.put(name, Json.of(value)));
        query.put("response_type", Json.of("code"));
        query.put("client_id", Json.of(clientId()));
        query.put("redirect_uri", Json.of(redirectUri));
        if (!auth.scopes().isEmpty()) {
            query.put("scope", Json.of(String.join(" ", auth.scopes())));
        }
        query.put("state", Json.of(state));
        query.put("code_challenge", Json.of(base64Url(sha256(verifier))));
        query.put("code_challenge_method", Json.of("S256"));
        try {
            return QueryText.added(auth.authorizeUrl(), new Json.Obj(query));
        } catch (ConnectorFailure e) {
            throw AgreementException.of(e.result());
        }
    }

    /** The client's public name, which the browser carries. */
    private String clientId() throws AgreementException {
        String key = TokenSources.keyOf(auth.clientId());
        if (key.isEmpty()) {
            return auth.clientId();
        }
        Credential credential = host.credential(key);
        if (credential == null) {
            throw AgreementException.of(sources().missing(key).result());
        }
        return new String(credential.value());
    }

    /**
     * Changes the code that the browser brought back into a token.
     *
     * @param code as the browser brought it
     * @param redirectUri the same as in the address
     * @throws AgreementException when the service gives no token, or none to go on with
     */
    public Token exchange(String code, String redirectUri) throws AgreementException {
        try {
            Token token = sources().agreed(auth, code, verifier, redirectUri);
            if (token.refreshToken() == null && token.expiresAt() != null) {
                throw ConnectorFailure.of(
                        "TOKEN_REJECTED",
                        "The service gave access that ends at "
                                + token.expiresAt()
                                + " and can't be renewed.",
                        "Remove this program's access in your account at the service, then sign in"
                                + " again.");
            }
            return token;
        } catch (ConnectorFailure e) {
            throw AgreementException.of(e.result());
        }
    }

    private TokenSources sources() {
        var filling = new Filling(Scope.of(Map.of()), key -> host.placeholder(key));
        return new TokenSources(
                connector.contract(), filling, host, new Sending(host, clock, MOST.toMillis()));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Without the secrets of the attempt. */
    @Override
    public String toString() {
        return "Agreement[" + auth.grant() + "]";
    }
}
