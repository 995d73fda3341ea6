package dev.arcrun.catalog.apirecipe;

import dev.arcrun.catalog.apirecipe.Placeholders.Piece;
import dev.arcrun.engine.value.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How an auth recipe lets a connector in.
 *
 * @param auth the contract's {@code auth}
 * @param path templates of {@code {{auth.NAME}}}
 * @param hosts of token endpoints
 */
record Injection(Json.Obj auth, Map<String, String> path, List<String> hosts) {
    private static final String AUTHORIZATION = "authorization";
    private static final Pattern BASIC =
            Pattern.compile(
                    "Basic\\s+(?:\\{\\{\\s*secret\\.([\\w-]+)\\s*}}:\\{\\{\\s*secret\\.([\\w-]+)\\s*}}"
                            + "|\\{\\{\\s*base64\\W+secret\\.([\\w-]+)\\W+secret\\.([\\w-]+)\\W*}})",
                    Pattern.CASE_INSENSITIVE);

    /**
     * @param without names of headers that the API recipe sets itself, in lower case
     */
    static Injection of(AuthRecipe recipe, Set<String> without) {
        Map<String, String> header = new LinkedHashMap<>(recipe.header());
        for (String name : header.keySet()) {
            if (!ApiRecipe.isHeaderName(name)) {
                recipe.fields().mistake("inject.header", "a header can't have such a name.");
            }
        }
        header.keySet().removeIf(name -> without.contains(lower(name)));
        return recipe.primitive().equals("static_key")
                ? fixed(recipe, header)
                : new TokenExchange(recipe, header).injection();
    }

    private static Injection fixed(AuthRecipe recipe, Map<String, String> header) {
        Json.Obj auth = Json.object("kind", Json.of("static"));
        for (Map.Entry<String, String> each : Map.copyOf(header).entrySet()) {
            Matcher basic = BASIC.matcher(each.getValue().strip());
            if (lower(each.getKey()).equals(AUTHORIZATION) && basic.matches()) {
                header.remove(each.getKey());
                boolean plain = basic.group(1) != null;
                String user = credential(recipe, basic.group(plain ? 1 : 3));
                String password = credential(recipe, basic.group(plain ? 2 : 4));
                auth =
                        auth.with(
                                "basic",
                                Json.object("user", Json.of(user), "password", Json.of(password)));
            }
        }
        Map<String, String> path = translated(recipe, "inject.path", recipe.path());
        auth = with(auth, "header", translated(recipe, "inject.header", header));
        auth = with(auth, "query", translated(recipe, "inject.query", recipe.query()));
        auth = with(auth, "body", translated(recipe, "inject.body", recipe.body()));
        auth = with(auth, "path", path);
        return new Injection(auth, path, List.of());
    }

    private static Json.Obj with(Json.Obj auth, String name, Map<String, String> texts) {
        return texts.isEmpty() ? auth : auth.with(name, json(texts));
    }

    static Json.Obj json(Map<String, String> texts) {
        Map<String, Json> members = new LinkedHashMap<>();
        texts.forEach((name, text) -> members.put(name, Json.of(text)));
        return new Json.Obj(members);
    }

    private static Map<String, String> translated(
            AuthRecipe recipe, String field, Map<String, String> texts) {
        Map<String, String> translated = new LinkedHashMap<>();
        texts.forEach((name, text) ->
                translated.put(name, translated(recipe, field + "." + name, text, null)));
        return translated;
    }

    /**
     * A text with {@code {{credential.KEY}}} in place of {@code {{secret.KEY}}}; a secret that the
     * recipe doesn't have is nothing, as in Arcrun.
     *
     * @param token what stands for the access token, or null where there is none
     */
    static String translated(AuthRecipe recipe, String field, String text, @Nullable String token) {
        Placeholders read = Placeholders.read(text, it -> recipe.fields().mistake(field, it));
        var out = new StringBuilder();
        for (Piece piece : read.pieces()) {
            switch (piece) {
                case Piece.Plain(String plain) -> out.append(plain);
                case Piece.Placeholder placeholder -> {
                    boolean access =
                            Set.of("access_token", "runtime.access_token", "token.access_token")
                                    .contains(placeholder.path());
                    if (placeholder.name().equals("secret")) {
                        out.append(credential(recipe, placeholder.rest()));
                    } else if (access && token != null) {
                        out.append(token);
                    } else {
                        recipe.fields()
                                .mistake(
                                        field,
                                        "`{{"
                                                + placeholder.path()
                                                + "}}` isn't known here; a secret is {{secret.KEY}}.");
                    }
                }
            }
        }
        String whole = out.toString();
        if (whole.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
            recipe.fields().mistake(field, "it has a line break or another control character.");
        }
        return whole;
    }

    static String credential(AuthRecipe recipe, String key) {
        return recipe.secrets().stream().anyMatch(it -> it.key().equals(key))
                ? "{{credential." + key + "}}"
                : "";
    }

    static String lower(String name) {
        return name.toLowerCase(java.util.Locale.ROOT);
    }

    static Set<String> lower(Set<String> names) {
        return names.stream().map(Injection::lower).collect(Collectors.toCollection(TreeSet::new));
    }
}
