package dev.arcrun.engine.connector;

import dev.arcrun.engine.part.Contract;
import dev.arcrun.engine.sandbox.Credential;
import dev.arcrun.engine.value.Json;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the tokens of a call are got from their endpoint. */
final class TokenSources {
    private static final String ASSERTION = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    private final Contract contract;
    private final Filling filling;
    private final ConnectorHost host;
    private final Sending sending;

    TokenSources(Contract contract, Filling filling, ConnectorHost host, Sending sending) {
        this.contract = contract;
        this.filling = filling;
        this.host = host;
        this.sending = sending;
    }

    AccessTokens.Source of(Auth.Tokened auth) {
        return switch (auth) {
            case Auth.OAuth2 oauth2 -> kept -> refreshed(oauth2, kept);
            case Auth.ServiceAccount account -> kept -> exchanged(account);
        };
    }

    /** Under which name its tokens are kept: another for each account that is used. */
    String grant(Auth.Tokened auth) throws IllegalArgumentException {
        return switch (auth) {
            case Auth.OAuth2 oauth2 -> {
                String key = keyOf(oauth2.refreshToken());
                boolean usual = key.isEmpty() || host.nameOf(key).equals(key);
                yield usual ? oauth2.grant() : oauth2.grant() + ":" + host.nameOf(key);
            }
            case Auth.ServiceAccount account ->
                    "service_account:"
                            + host.nameOf(keyOf(account.key()))
                            + ":"
                            + String.join(" ", account.scopes())
                            + ":"
                            + subjectOr(account);
        };
    }

    private String subjectOr(Auth.ServiceAccount account) {
        try {
            String subject = account.subject() == null ? null : filling.text(account.subject());
            return subject == null ? "" : subject;
        } catch (ConnectorFailure e) {
            return "";
        }
    }

    /** The first credential a text names, or an empty text. */
    static String keyOf(@Nullable String text) {
        return text == null
                ? ""
                : AuthTexts.credentials(List.of(new WrittenText(List.of(), text))).stream()
                        .findFirst()
                        .orElse("");
    }

    /** A token may go where the credential it came from may go. */
    List<String> hosts(Auth.Tokened auth) {
        List<String> sources =
                switch (auth) {
                    case Auth.OAuth2 it ->
                            List.of(
                                    keyOf(it.refreshToken()),
                                    keyOf(it.clientSecret()),
                                    keyOf(it.clientId()));
                    case Auth.ServiceAccount it -> List.of(keyOf(it.key()));
                };
        for (String key : sources) {
            Credential credential = key.isEmpty() ? null : host.credential(key);
            if (credential != null) {
                return credential.hosts();
            }
        }
        return contract.hosts();
    }

    /** What is shown in place of something obtained. */
    String shownName(Auth.Tokened auth, String what) {
        return switch (auth) {
            case Auth.OAuth2 it -> it.grant() + "_" + what;
            case Auth.ServiceAccount it -> host.nameOf(keyOf(it.key())) + "_" + what;
        };
    }

    private Token refreshed(Auth.OAuth2 auth, @Nullable Token kept) throws ConnectorFailure {
        String refresh;
        if (kept != null && kept.refreshToken() != null) {
            refresh = host.keep(shownName(auth, "refresh_token"), kept.refreshToken(), hosts(auth));
        } else {
            refresh = auth.refreshToken() == null ? null : filling.text(auth.refreshToken());
        }
        if (refresh == null) {
            String key = keyOf(auth.refreshToken());
            throw key.isEmpty() ? notSignedIn(auth) : missing(key);
        }
        Map<String, Json> form = new LinkedHashMap<>();
        form.put("grant_type", Json.of("refresh_token"));
        form.put("refresh_token", Json.of(refresh));
        return asClient(auth, form);
    }

    /** The token for a code that a user's browser brought. RFC 6749, section 4.1.3; RFC 7636. */
    Token agreed(Auth.OAuth2 auth, String code, String verifier, String redirectUri)
            throws ConnectorFailure {
        Map<String, Json> form = new LinkedHashMap<>();
        form.put("grant_type", Json.of("authorization_code"));
        form.put("code", Json.of(host.keep(shownName(auth, "code"), code, hosts(auth))));
        form.put("redirect_uri", Json.of(redirectUri));
        form.put("code_verifier", Json.of(verifier));
        return asClient(auth, form);
    }

    private Token asClient(Auth.OAuth2 auth, Map<String, Json> form) throws ConnectorFailure {
        String id = needed(auth.clientId());
        String secret = auth.clientSecret() == null ? "" : needed(auth.clientSecret());
        if (!auth.basic()) {
            form.put("client_id", Json.of(id));
            if (!secret.isEmpty()) {
                form.put("client_secret", Json.of(secret));
            }
        }
        String basic =
                auth.basic() ? LettingIn.basic(Percent.form(id), Percent.form(secret)) : null;
        return TokenRequest.send(sending, endpoint(auth), form, basic);
    }

    private String needed(String written) throws ConnectorFailure {
        String text = filling.text(written);
        if (text == null) {
            throw missing(keyOf(written));
        }
        return text;
    }

    private Token exchanged(Auth.ServiceAccount auth) throws ConnectorFailure {
        String key = keyOf(auth.key());
        Credential credential = host.credential(key);
        if (credential == null) {
            throw missing(key);
        }
        String endpoint = endpoint(auth);
        String subject = auth.subject() == null ? null : filling.text(auth.subject());
        char[] value = credential.value().clone();
        try {
            String assertion =
                    ServiceAccountKey.read(host.nameOf(key), value)
                            .assertion(endpoint, auth.scopes(), subject, sending.now());
            String kept = host.keep(shownName(auth, "assertion"), assertion, credential.hosts());
            Map<String, Json> form = new LinkedHashMap<>();
            form.put("grant_type", Json.of(ASSERTION));
            form.put("assertion", Json.of(kept));
            return TokenRequest.send(sending, endpoint, form, null);
        } finally {
            Arrays.fill(value, '\0');
        }
    }

    private String endpoint(Auth.Tokened auth) throws ConnectorFailure {
        return new AddressText(filling, Json.Obj.EMPTY).of(auth.tokenUrl());
    }

    ConnectorFailure missing(String key) {
        String label =
                contract.credentials().stream()
                        .filter(need -> need.key().equals(key))
                        .map(need -> " (" + need.label() + ")")
                        .findFirst()
                        .orElse("");
        String name = host.nameOf(key);
        return ConnectorFailure.of(
                "CREDENTIAL_MISSING",
                "`"
                        + contract.id()
                        + "` needs the credential `"
                        + name
                        + "`"
                        + label
                        + ", which isn't there.",
                "Add a credential with the name " + name + ".");
    }

    private ConnectorFailure notSignedIn(Auth.OAuth2 auth) {
        return ConnectorFailure.of(
                "CREDENTIAL_MISSING",
                "`" + contract.id() + "` has no access yet for `" + auth.grant() + "`.",
                "Sign in to the service first.");
    }
}
