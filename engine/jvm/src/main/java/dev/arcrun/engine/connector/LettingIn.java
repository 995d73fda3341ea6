package dev.arcrun.engine.connector;

import dev.arcrun.engine.part.Contract;
import dev.arcrun.engine.value.Json;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lets one call in: chooses the way, gets its token, says what is added to the request. */
final class LettingIn {
    private final Connector connector;
    private final Filling filling;
    private final ConnectorHost host;
    private final AccessTokens tokens;
    private final TokenSources sources;

    LettingIn(
            Connector connector,
            Filling filling,
            ConnectorHost host,
            AccessTokens tokens,
            Sending sending) {
        this.connector = connector;
        this.filling = filling;
        this.host = host;
        this.tokens = tokens;
        this.sources = new TokenSources(connector.contract(), filling, host, sending);
    }

    /** The way to be let in, or null where nothing is asked for. */
    @Nullable Auth choose() throws ConnectorFailure {
        for (Contract.CredentialNeed need : connector.contract().credentials()) {
            if (!need.optional() && host.credential(need.key()) == null) {
                throw missing(need.key());
            }
        }
        Auth auth = connector.auth();
        if (!(auth instanceof Auth.FirstOf(List<Auth> options))) {
            return auth;
        }
        for (Auth option : options) {
            if (lacking(option).isEmpty()) {
                return option;
            }
        }
        throw missing(lacking(options.getFirst()).getFirst());
    }

    /** The keys of credentials that a way needs and that aren't there. */
    private List<String> lacking(Auth auth) {
        List<String> lacking = new ArrayList<>();
        for (String key : AuthTexts.credentials(auth)) {
            if (host.credential(key) == null) {
                lacking.add(key);
            }
        }
        if (auth instanceof Auth.OAuth2 oauth2 && tokens.has(sources.grant(oauth2))) {
            lacking.remove(TokenSources.keyOf(oauth2.refreshToken()));
        }
        return lacking;
    }

    ConnectorFailure missing(String key) {
        return sources.missing(key);
    }

    /**
     * The token for a way that needs one.
     *
     * @param refused one that the service did not accept, or null
     */
    Token token(Auth.Tokened auth, @Nullable Token refused) throws ConnectorFailure {
        return tokens.get(sources.grant(auth), refused, sources.of(auth));
    }

    /**
     * @param token of a way that needs one, else null
     */
    Admission admission(@Nullable Auth auth, @Nullable Token token) throws ConnectorFailure {
        return switch (auth) {
            case null -> Admission.NOTHING;
            case Auth.Static fixed -> fixed(fixed);
            case Auth.Tokened tokened -> tokened(tokened, token);
            case Auth.Hmac _ -> Admission.NOTHING;
            case Auth.FirstOf _ -> throw new IllegalArgumentException("no way was chosen");
        };
    }

    private Admission fixed(Auth.Static auth) throws ConnectorFailure {
        Map<String, String> headers = filled(auth.header(), filling);
        if (auth.basic() != null) {
            String user = filling.text(auth.basic().user());
            String password = filling.text(auth.basic().password());
            if (user != null && password != null) {
                headers.put("Authorization", basic(user, password));
            }
        }
        return new Admission(
                headers,
                filling.object(new Json.Obj(auth.query())),
                filling.object(auth.body()),
                (Json.Obj) WrittenText.object(auth.path()));
    }

    private Admission tokened(Auth.Tokened auth, @Nullable Token token) throws ConnectorFailure {
        if (token == null) {
            throw new IllegalArgumentException("no token");
        }
        String kept =
                host.keep(
                        sources.shownName(auth, "access_token"),
                        token.accessToken(),
                        sources.hosts(auth));
        return Admission.headers(
                filled(auth.header(), filling.with(Map.of("access_token", Json.of(kept)))));
    }

    static Map<String, String> filled(Map<String, String> written, Filling filling)
            throws ConnectorFailure {
        Map<String, String> filled = new LinkedHashMap<>();
        for (Map.Entry<String, String> each : written.entrySet()) {
            String value = filling.text(each.getValue());
            if (value != null) {
                filled.put(each.getKey(), value);
            }
        }
        return filled;
    }

    /** RFC 7617. */
    static String basic(String user, String password) throws ConnectorFailure {
        byte[] both = Percent.utf8(user + ":" + password);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }
}
