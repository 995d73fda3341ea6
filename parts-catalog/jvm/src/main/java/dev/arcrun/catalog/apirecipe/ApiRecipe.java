package dev.arcrun.catalog.apirecipe;

import dev.arcrun.catalog.contract.ContractProblem;
import dev.arcrun.engine.template.ReferencePath;
import dev.arcrun.engine.value.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An API recipe as written: one call of a service.
 *
 * @param endpoint an address, or with {@code binding} the name of a model
 * @param method upper case
 * @param body its texts take values as texts
 * @param bodyTemplate its texts take values as they are; counts before {@code body}
 * @param text the contract's {@code response.text}, or null
 * @param binding whether it runs on the platform's Workers AI
 * @param authService the auth recipe it names, in lower case, or null
 */
record ApiRecipe(
        RecipeFields fields,
        String canonicalId,
        String endpoint,
        String method,
        Map<String, String> headers,
        @Nullable Json body,
        @Nullable Json bodyTemplate,
        Json.@Nullable Obj text,
        boolean binding,
        @Nullable String authService,
        List<Secret> secrets) {
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~A-Za-z0-9-]{1,200}");
    private static final Set<String> FIELDS =
            Set.of(
                    "canonical_id",
                    "display_name",
                    "description",
                    "endpoint",
                    "method",
                    "headers",
                    "body",
                    "body_template",
                    "response_map",
                    "auth",
                    "binding_name",
                    "auth_service",
                    "credentials_required",
                    "uuid",
                    "author",
                    "derived_from",
                    "hash_id",
                    "created_at",
                    "updated_at",
                    "kind",
                    "version",
                    "$schema");

    static ApiRecipe read(RecipeFile file, List<ContractProblem> problems) {
        RecipeFields fields = RecipeFields.of(file, problems);
        fields.only(FIELDS);
        boolean binding = binding(fields);
        String method = fields.textOr("method", "POST").toUpperCase(Locale.ROOT);
        if (!METHODS.contains(method)) {
            fields.mistake("method", "it is GET, HEAD, POST, PUT, PATCH, DELETE or OPTIONS.");
        }
        Json body = fields.json("body");
        Json template = fields.json("body_template");
        if (!binding && (method.equals("GET") || method.equals("HEAD"))) {
            for (String name : List.of("body", "body_template")) {
                if (fields.json(name) != null) {
                    fields.mistake(name, "a " + method + " request sends no body; take it out.");
                }
            }
        }
        String service = fields.textOrNull("auth_service");
        return new ApiRecipe(
                fields,
                fields.text("canonical_id").strip(),
                fields.text("endpoint").strip(),
                method,
                headers(fields),
                body,
                template,
                fields.json("response_map") == null ? null : text(fields.inner("response_map")),
                binding,
                service == null ? null : service.strip().toLowerCase(Locale.ROOT),
                Secret.list(fields, "credentials_required"));
    }

    private static boolean binding(RecipeFields fields) {
        String auth = fields.textOrNull("auth");
        if (auth != null && !auth.equals("binding")) {
            fields.mistake("auth", "there is `binding` only; otherwise leave it out.");
        }
        if (!fields.textOr("binding_name", "AI").equals("AI")) {
            fields.mistake("binding_name", "there is the binding AI only.");
        }
        return auth != null;
    }

    static boolean isHeaderName(String name) {
        return TOKEN.matcher(name).matches();
    }

    private static Map<String, String> headers(RecipeFields fields) {
        Map<String, String> headers = new LinkedHashMap<>();
        fields.texts("headers")
                .forEach((name, text) -> {
                    if (!isHeaderName(name)) {
                        fields.mistake("headers", "a header can't have such a name.");
                    } else if (text.chars().anyMatch(c -> (c < ' ' && c != '\t') || c >= 0x7f)) {
                        fields.mistake(
                                "headers." + name, "a header is one line of ASCII characters.");
                    } else {
                        headers.put(name, text);
                    }
                });
        return headers;
    }

    private static Json.Obj text(RecipeFields map) {
        map.only(Set.of("text_path", "thinking_model", "answer_marker", "strip_prefixes"));
        List<String> steps = new ArrayList<>();
        String path = map.textOrNull("text_path");
        if (path != null) {
            steps.addAll(List.of(path.split("\\.", -1)));
        }
        Json.Obj text = Json.object("path", Json.of(new ReferencePath("body", steps).toString()));
        if (map.truth("thinking_model")) {
            text = text.with("last_part", Json.TRUE);
        }
        String marker = map.textOrNull("answer_marker");
        if (marker != null) {
            text = text.with("after", Json.of(marker));
        }
        List<String> prefixes = map.list("strip_prefixes");
        return prefixes.isEmpty()
                ? text
                : text.with("strip_prefixes", Json.array(prefixes.stream().map(Json::of).toList()));
    }
}
