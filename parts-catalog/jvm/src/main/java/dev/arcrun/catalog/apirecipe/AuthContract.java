package dev.arcrun.catalog.apirecipe;

import dev.arcrun.engine.value.Json;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The contract of an auth recipe by itself: any call of its service. */
final class AuthContract {
    private static final List<String> METHODS =
            List.of("POST", "GET", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");

    private final AuthRecipe recipe;

    AuthContract(AuthRecipe recipe) {
        this.recipe = recipe;
    }

    Json.Obj json(String id) {
        Injection injection = Injection.of(recipe, Set.of());
        Set<String> hosts = new LinkedHashSet<>();
        String url = url(injection, hosts);
        hosts.addAll(injection.hosts());
        Json.Obj request =
                Json.object(
                        "method", Json.of("{{method}}"),
                        "url", Json.of(url),
                        "path", Json.of("{{_path}}"),
                        "body", Json.of("{{_parameters}}"),
                        "except", Json.array(Json.of("method")));
        return new ContractText(id, RecipeId.aliases(recipe.service(), id, false), recipe.fields())
                .with("category", Json.of("api"))
                .hosts(hosts)
                .with("credentials_required", Json.array(recipe.credentials()))
                .with("request", request)
                .with("auth", injection.auth())
                .with("response", Json.object("expects", Json.of("empty")))
                .with("input_schema", schema())
                .with(
                        "config_example",
                        Json.object("_path", Json.of("/"), "method", Json.of("GET")))
                .json();
    }

    private String url(Injection injection, Set<String> hosts) {
        String base = recipe.baseUrl().strip();
        Address address = Address.of(base, Placeholders.read(base, it -> {}));
        if (base.isEmpty()) {
            return base;
        }
        if (address.host() == null) {
            recipe.fields()
                    .mistake(
                            "base_url",
                            address.mistake() == null
                                    ? "it must be an address with its host."
                                    : address.mistake());
            return base;
        }
        if (base.contains("?") || base.contains("#")) {
            recipe.fields().mistake("base_url", "it has no query and no fragment.");
        }
        hosts.add(address.host());
        var path = new StringBuilder();
        for (Placeholders.Piece piece :
                Placeholders.read(base, it -> recipe.fields().mistake("base_url", it)).pieces()) {
            switch (piece) {
                case Placeholders.Piece.Plain(String plain) -> path.append(plain);
                case Placeholders.Piece.Placeholder it -> path.append(secret(it, injection));
            }
        }
        return path.toString();
    }

    private String secret(Placeholders.Piece.Placeholder placeholder, Injection injection) {
        if (placeholder.name().equals("auth") && injection.path().containsKey(placeholder.rest())) {
            return "{{auth." + placeholder.rest() + "}}";
        }
        String credential =
                placeholder.name().equals("secret")
                        ? Injection.credential(recipe, placeholder.rest())
                        : "";
        if (credential.isEmpty()) {
            recipe.fields()
                    .mistake(
                            "base_url",
                            "`{{" + placeholder.path() + "}}` is no secret of this recipe.");
        }
        return credential;
    }

    private static Json.Obj schema() {
        Json methods = Json.array(METHODS.stream().map(Json::of).toList());
        return Json.object(
                "type",
                Json.of("object"),
                "properties",
                Json.object(
                        "_path",
                        Json.object(
                                "type", Json.of("string"),
                                "default", Json.of(""),
                                "title", Json.of("Path"),
                                "description",
                                        Json.of("Put after the address, such as /items/7?full=1."),
                                "x-zh-TW",
                                        Json.object(
                                                "title",
                                                Json.of("路徑"),
                                                "description",
                                                Json.of("接在網址後面，例如 /items/7?full=1。"))),
                        "method",
                        Json.object(
                                "type", Json.of("string"),
                                "enum", methods,
                                "default", Json.of("POST"),
                                "title", Json.of("Method"),
                                "x-zh-TW", Json.object("title", Json.of("方法")))));
    }
}
