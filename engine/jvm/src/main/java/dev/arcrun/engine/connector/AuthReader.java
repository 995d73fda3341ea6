package dev.arcrun.engine.connector;

import dev.arcrun.engine.value.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code auth} of a contract. */
final class AuthReader {
    private static final Map<String, String> BEARER =
            Map.of("Authorization", "Bearer {{access_token}}");

    private final List<ConnectorMistake> mistakes;

    AuthReader(List<ConnectorMistake> mistakes) {
        this.mistakes = mistakes;
    }

    Auth read(Fields around, String name) {
        return read(around.inner(name), true);
    }

    private Auth read(Fields fields, boolean outermost) {
        String kind = fields.text("kind");
        if (outermost && kind.equals("first_of")) {
            return firstOf(fields);
        }
        return switch (kind) {
            case "static" -> fixed(fields);
            case "oauth2" -> oauth2(fields);
            case "service_account" -> serviceAccount(fields);
            case "hmac" -> hmac(fields);
            default -> {
                fields.mistake(
                        "kind",
                        "`kind` is static, oauth2, service_account, hmac or, outermost, first_of.");
                yield new Auth.FirstOf(List.of());
            }
        };
    }

    private static Auth fixed(Fields fields) {
        fields.only(Set.of("kind", "header", "query", "body", "path", "basic"));
        return new Auth.Static(
                fields.texts("header"),
                fields.object("query").members(),
                fields.object("body"),
                fields.texts("path"),
                fields.json("basic") == null ? null : basic(fields.inner("basic")));
    }

    private static Auth.Basic basic(Fields fields) {
        fields.only(Set.of("user", "password"));
        return new Auth.Basic(fields.text("user"), fields.textOr("password", ""));
    }

    private static Auth oauth2(Fields fields) {
        fields.only(
                Set.of(
                        "kind",
                        "grant",
                        "authorize_url",
                        "token_url",
                        "scopes",
                        "authorize_params",
                        "client_id",
                        "client_secret",
                        "client_auth",
                        "refresh_token",
                        "header"));
        String clientAuth = fields.textOr("client_auth", "body");
        if (!Set.of("body", "basic").contains(clientAuth)) {
            fields.mistake("client_auth", "`client_auth` is body or basic.");
        }
        return new Auth.OAuth2(
                fields.text("grant"),
                fields.text("authorize_url"),
                fields.text("token_url"),
                fields.list("scopes"),
                fields.texts("authorize_params"),
                fields.text("client_id"),
                fields.textOrNull("client_secret"),
                clientAuth.equals("basic"),
                fields.textOrNull("refresh_token"),
                tokenHeader(fields));
    }

    private static Auth serviceAccount(Fields fields) {
        fields.only(Set.of("kind", "key", "token_url", "scopes", "subject", "header"));
        return new Auth.ServiceAccount(
                fields.text("key"),
                fields.text("token_url"),
                fields.list("scopes"),
                fields.textOrNull("subject"),
                tokenHeader(fields));
    }

    private static Map<String, String> tokenHeader(Fields fields) {
        return fields.json("header") == null ? BEARER : fields.texts("header");
    }

    private static Auth hmac(Fields fields) {
        fields.only(Set.of("kind", "secret", "algorithm", "message", "encoding", "header"));
        String algorithm = fields.textOr("algorithm", "sha256");
        if (!Set.of("sha1", "sha256", "sha512").contains(algorithm)) {
            fields.mistake("algorithm", "`algorithm` is sha1, sha256 or sha512.");
        }
        String encoding = fields.textOr("encoding", "hex");
        if (!Set.of("hex", "base64").contains(encoding)) {
            fields.mistake("encoding", "`encoding` is hex or base64.");
        }
        return new Auth.Hmac(
                fields.text("secret"),
                algorithm,
                fields.text("message"),
                encoding.equals("base64"),
                fields.texts("header"));
    }

    private Auth firstOf(Fields fields) {
        fields.only(Set.of("kind", "options"));
        List<Auth> options = new ArrayList<>();
        if (fields.json("options") instanceof Json.Arr(List<Json> items) && !items.isEmpty()) {
            for (int i = 0; i < items.size(); i++) {
                List<String> path = new ArrayList<>(fields.at("options"));
                path.add(String.valueOf(i));
                Json.Obj option = items.get(i) instanceof Json.Obj it ? it : Json.Obj.EMPTY;
                options.add(read(new Fields(option, path, mistakes), false));
            }
        } else {
            fields.mistake("options", "`options` is a list of ways to be let in.");
        }
        return new Auth.FirstOf(options);
    }
}
