package dev.arcrun.catalog.apirecipe;

import dev.arcrun.engine.value.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An auth recipe that exchanges what it has for an access token. */
final class TokenExchange {
    private static final String FIELD = "token_exchange";

    /** What Arcrun's own primitive calls when the recipe names no address. */
    private static final String GOOGLE_TOKEN = "https://oauth2.googleapis.com/token";

    /** https://developers.google.com/identity/protocols/oauth2/web-server */
    private static final String GOOGLE_AUTHORIZE = "https://accounts.google.com/o/oauth2/v2/auth";

    private static final String TOKEN = "{{access_token}}";
    private static final Set<String> FIELDS =
            Set.of(
                    "url",
                    "token_url",
                    "endpoint",
                    "authorize_url",
                    "auth_url",
                    "scope",
                    "scopes",
                    "grant_type",
                    "method",
                    "body",
                    "params",
                    "client_auth");

    private final AuthRecipe recipe;
    private final Map<String, String> header;
    private final RecipeFields exchange;

    TokenExchange(AuthRecipe recipe, Map<String, String> header) {
        this.recipe = recipe;
        this.header = header;
        this.exchange = recipe.fields().inner(FIELD);
    }

    Injection injection() {
        exchange.only(FIELDS);
        for (String place : List.of("query", "path", "body")) {
            if (recipe.fields().inner("inject").json(place) != null) {
                recipe.fields()
                        .mistake("inject." + place, "an access token goes into a header only.");
            }
        }
        String tokenUrl = first(GOOGLE_TOKEN, "token_url", "url", "endpoint");
        Address address = Address.of(tokenUrl, Placeholders.read(tokenUrl, it -> told("url", it)));
        if (address.mistake() != null || address.host() == null) {
            told("url", address.mistake() == null ? "it must be an address." : address.mistake());
        }
        boolean account = recipe.primitive().equals("service_account");
        Json.Obj auth = account ? account(tokenUrl) : oauth2(tokenUrl);
        Map<String, String> headers = new LinkedHashMap<>();
        header.forEach((name, text) ->
                headers.put(
                        name, Injection.translated(recipe, "inject.header." + name, text, TOKEN)));
        if (!headers.isEmpty()) {
            auth = auth.with("header", Injection.json(headers));
        }
        return new Injection(
                auth, Map.of(), address.host() == null ? List.of() : List.of(address.host()));
    }

    private Json.Obj account(String tokenUrl) {
        List<String> scopes = scopes();
        if (scopes.isEmpty()) {
            told("scopes", "a service account needs its scopes, a list of texts.");
        }
        String key = recipe.secrets().isEmpty() ? "" : recipe.secrets().getFirst().key();
        return Json.object(
                "kind", Json.of("service_account"),
                "key", Json.of("{{credential." + key + "}}"),
                "token_url", Json.of(tokenUrl),
                "scopes", texts(scopes));
    }

    private Json.Obj oauth2(String tokenUrl) {
        String authorize =
                first(
                        tokenUrl.equals(GOOGLE_TOKEN) ? GOOGLE_AUTHORIZE : "",
                        "authorize_url",
                        "auth_url");
        if (authorize.isEmpty()) {
            told("authorize_url", "it is missing: the address where a user agrees.");
        }
        Json.Obj auth =
                Json.object(
                        "kind", Json.of("oauth2"),
                        "grant", Json.of(RecipeId.normal(recipe.service())),
                        "authorize_url", Json.of(authorize),
                        "token_url", Json.of(tokenUrl),
                        "scopes", texts(scopes()),
                        "client_id", Json.of(needed("client_id")));
        String secret = credential("client_secret");
        String refresh = credential("refresh_token");
        auth = secret == null ? auth : auth.with("client_secret", Json.of(secret));
        return refresh == null ? auth : auth.with("refresh_token", Json.of(refresh));
    }

    private String needed(String name) {
        String credential = credential(name);
        if (credential == null) {
            recipe.fields()
                    .mistake(
                            "required_secrets",
                            "for oauth2 there is a secret whose key ends with `" + name + "`.");
        }
        return credential == null ? "" : credential;
    }

    private @Nullable String credential(String name) {
        return recipe.secrets().stream()
                .map(Secret::key)
                .filter(key -> Injection.lower(key).endsWith(name))
                .findFirst()
                .map(key -> "{{credential." + key + "}}")
                .orElse(null);
    }

    private List<String> scopes() {
        List<String> scopes = new ArrayList<>();
        for (String name : List.of("scopes", "scope")) {
            if (exchange.json(name) instanceof Json.Str(String text)) {
                scopes.addAll(List.of(text.strip().split("[\\s,]+")));
            } else {
                scopes.addAll(exchange.list(name));
            }
        }
        return scopes;
    }

    private String first(String otherwise, String... names) {
        for (String name : names) {
            String text = exchange.textOrNull(name);
            if (text != null) {
                return text;
            }
        }
        return otherwise;
    }

    private void told(String name, String message) {
        exchange.mistake(name, message);
    }

    private static Json texts(List<String> texts) {
        return Json.array(texts.stream().map(Json::of).toList());
    }
}
