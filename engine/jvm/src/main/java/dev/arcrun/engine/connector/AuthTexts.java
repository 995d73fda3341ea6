package dev.arcrun.engine.connector;

import dev.arcrun.engine.value.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The templates in an {@code auth}, and the credentials they name. */
final class AuthTexts {
    private AuthTexts() {}

    /** A template and the names it may use besides parameters and credentials. */
    record Known(WrittenText text, Set<String> names) {}

    private static final Set<String> NONE = Set.of();
    private static final Set<String> SIGNED =
            Set.of(
                    "method",
                    "url",
                    "host",
                    "path",
                    "query",
                    "body",
                    "timestamp",
                    "timestamp_ms",
                    "call_id");
    private static final Set<String> SIGNATURE =
            Set.of("signature", "timestamp", "timestamp_ms", "call_id");

    static List<Known> of(@Nullable Auth auth, String... path) {
        List<Known> texts = new ArrayList<>();
        switch (auth) {
            case null -> {}
            case Auth.Static fixed -> {
                add(texts, WrittenText.object(fixed.header()), NONE, path, "header");
                add(texts, new Json.Obj(fixed.query()), NONE, path, "query");
                add(texts, fixed.body(), NONE, path, "body");
                add(texts, WrittenText.object(fixed.path()), NONE, path, "path");
                if (fixed.basic() != null) {
                    add(texts, Json.of(fixed.basic().user()), NONE, path, "basic", "user");
                    add(texts, Json.of(fixed.basic().password()), NONE, path, "basic", "password");
                }
            }
            case Auth.OAuth2 oauth2 -> {
                add(texts, Json.of(oauth2.authorizeUrl()), NONE, path, "authorize_url");
                add(texts, Json.of(oauth2.clientId()), NONE, path, "client_id");
                add(texts, Json.of(oauth2.clientSecret()), NONE, path, "client_secret");
                add(texts, Json.of(oauth2.refreshToken()), NONE, path, "refresh_token");
                tokened(texts, oauth2, path);
            }
            case Auth.ServiceAccount account -> {
                add(texts, Json.of(account.key()), NONE, path, "key");
                add(texts, Json.of(account.subject()), NONE, path, "subject");
                tokened(texts, account, path);
            }
            case Auth.Hmac hmac -> {
                add(texts, Json.of(hmac.secret()), NONE, path, "secret");
                add(texts, Json.of(hmac.message()), SIGNED, path, "message");
                add(texts, WrittenText.object(hmac.header()), SIGNATURE, path, "header");
            }
            case Auth.FirstOf(List<Auth> options) -> {
                for (int i = 0; i < options.size(); i++) {
                    texts.addAll(of(options.get(i), with(path, "options", String.valueOf(i))));
                }
            }
        }
        return texts;
    }

    /** The keys of the credentials it can't do without. */
    static Set<String> credentials(Auth auth) {
        return credentials(of(auth).stream().map(Known::text).toList());
    }

    static Set<String> credentials(List<WrittenText> texts) {
        Set<String> keys = new LinkedHashSet<>();
        for (WrittenText text : texts) {
            text.references().stream()
                    .filter(it -> it.isCredential() && !it.path().steps().isEmpty())
                    .forEach(it -> keys.add(it.path().steps().getFirst()));
        }
        return keys;
    }

    private static void tokened(List<Known> texts, Auth.Tokened auth, String... path) {
        add(texts, Json.of(auth.tokenUrl()), NONE, path, "token_url");
        add(texts, WrittenText.object(auth.header()), Set.of("access_token"), path, "header");
    }

    private static void add(
            List<Known> texts, Json value, Set<String> names, String[] path, String... inner) {
        WrittenText.in(value, with(path, inner)).forEach(it -> texts.add(new Known(it, names)));
    }

    private static String[] with(String[] path, String... inner) {
        List<String> all = new ArrayList<>(List.of(path));
        all.addAll(List.of(inner));
        return all.toArray(String[]::new);
    }
}
