package dev.arcrun.catalog.apirecipe;

import dev.arcrun.engine.value.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The contract of an API recipe, with the auth recipe of its service if it has one. */
final class ApiContract {
    private static final Pattern MODEL =
            Pattern.compile("@?[A-Za-z0-9_-][A-Za-z0-9._-]*(?:/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");
    private static final String ACCOUNT_HOST = "api.cloudflare.com";
    private static final Json ALL = Json.of("{{_parameters}}");
    private static final String SAMPLE_ADDRESS = "https://api.example.com/";

    private final ApiRecipe recipe;
    private final @Nullable AuthRecipe auth;
    private final @Nullable Injection injection;
    private final ApiTexts texts;
    private @Nullable String required;

    ApiContract(ApiRecipe recipe, @Nullable AuthRecipe auth) {
        this.recipe = recipe;
        this.auth = auth;
        this.injection =
                auth == null
                        ? null
                        : Injection.of(auth, Injection.lower(recipe.headers().keySet()));
        this.texts =
                new ApiTexts(
                        recipe.fields(),
                        injection == null ? Map.of() : injection.path(),
                        recipe.secrets());
    }

    Json.Obj json(String id) {
        Set<String> hosts = new LinkedHashSet<>();
        Json.Obj request = recipe.binding() ? binding(hosts) : http(hosts);
        if (injection != null) {
            hosts.addAll(injection.hosts());
        }
        ContractText contract =
                new ContractText(
                                id,
                                RecipeId.aliases(recipe.canonicalId(), id, true),
                                recipe.fields())
                        .with("category", Json.of(recipe.binding() ? "ai" : "api"))
                        .hosts(hosts)
                        .with("credentials_required", Json.array(credentials()))
                        .with("request", request);
        if (injection != null) {
            contract.with("auth", injection.auth());
        }
        Json.Obj response = Json.object("expects", Json.of("empty"));
        return contract.with(
                        "response",
                        recipe.text() == null ? response : response.with("text", recipe.text()))
                .with("input_schema", schema())
                .with("config_example", example())
                .json();
    }

    private Json.Obj binding(Set<String> hosts) {
        hosts.add(ACCOUNT_HOST);
        if (!MODEL.matcher(recipe.endpoint()).matches()) {
            recipe.fields()
                    .mistake(
                            "endpoint",
                            "with a binding it is the name of a model, such as"
                                    + " @cf/meta/llama-3.1-8b-instruct.");
        }
        Json written = recipe.bodyTemplate() == null ? recipe.body() : recipe.bodyTemplate();
        String field = recipe.bodyTemplate() == null ? "body" : "body_template";
        if (written != null && !(written instanceof Json.Obj)) {
            recipe.fields().mistake(field, "it must be an object.");
        }
        return Json.object(
                "binding", Json.of("AI"),
                "model", Json.of(recipe.endpoint()),
                "body", written == null ? ALL : texts.values(field, written));
    }

    private Json.Obj http(Set<String> hosts) {
        String endpoint = recipe.endpoint();
        Address address = Address.of(endpoint, Placeholders.read(endpoint, it -> {}));
        if (address.mistake() != null && !endpoint.isEmpty()) {
            recipe.fields().mistake("endpoint", address.mistake());
        }
        if (address.host() != null) {
            hosts.add(address.host());
        }
        String url = texts.address("endpoint", endpoint);
        if (address.host() == null && !texts.parameters().isEmpty()) {
            required = texts.parameters().keySet().iterator().next();
        }
        Json.Obj request = Json.object("method", Json.of(recipe.method()), "url", Json.of(url));
        Map<String, Json> headers = new LinkedHashMap<>();
        recipe.headers()
                .forEach((name, text) ->
                        headers.put(name, Json.of(texts.text("headers." + name, text))));
        request = headers.isEmpty() ? request : request.with("headers", new Json.Obj(headers));
        Json body = body();
        return body == null ? request : request.with("body", body);
    }

    private @Nullable Json body() {
        if (recipe.bodyTemplate() != null) {
            return texts.values("body_template", recipe.bodyTemplate());
        }
        if (recipe.body() != null) {
            return texts.texts("body", recipe.body());
        }
        return recipe.method().equals("GET") || recipe.method().equals("HEAD") ? null : ALL;
    }

    private List<Json> credentials() {
        Map<String, Json> needs = new LinkedHashMap<>();
        if (auth != null) {
            auth.secrets().forEach(it -> needs.put(it.key(), it.json()));
        }
        recipe.secrets().forEach(it -> needs.putIfAbsent(it.key(), it.json()));
        for (String key : texts.credentials()) {
            needs.putIfAbsent(key, Json.object("key", Json.of(key), "label", Json.of(key)));
        }
        return new ArrayList<>(needs.values());
    }

    private Json.Obj schema() {
        Map<String, Json> properties = new LinkedHashMap<>();
        texts.parameters()
                .forEach((name, open) ->
                        properties.put(
                                name,
                                open ? Json.Obj.EMPTY : Json.object("type", Json.of("string"))));
        Json.Obj schema =
                Json.object("type", Json.of("object"), "properties", new Json.Obj(properties));
        return required == null ? schema : schema.with("required", Json.array(Json.of(required)));
    }

    private Json.Obj example() {
        Map<String, Json> example = new LinkedHashMap<>();
        texts.parameters()
                .keySet()
                .forEach(name ->
                        example.put(name, Json.of(name.equals(required) ? SAMPLE_ADDRESS : name)));
        return new Json.Obj(example);
    }
}
