package dev.arcrun.catalog.apirecipe;

import dev.arcrun.engine.value.Json;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A secret that a recipe needs.
 *
 * @param key the credential's key
 * @param injectAs the placeholder of an API recipe that stands for it, or null
 */
record Secret(
        String key,
        String label,
        @Nullable String helpUrl,
        boolean optional,
        @Nullable String injectAs) {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,100}");
    private static final Set<String> FIELDS =
            Set.of(
                    "key",
                    "name",
                    "label",
                    "help_url",
                    "optional",
                    "inject_as",
                    "type",
                    "description",
                    "placeholder");

    static List<Secret> list(RecipeFields fields, String name) {
        Map<String, Secret> secrets = new LinkedHashMap<>();
        for (RecipeFields item : fields.objects(name, "key")) {
            item.only(FIELDS);
            String key = item.textOr("key", item.textOr("name", ""));
            if (!KEY.matcher(key).matches()) {
                item.mistake("key", "a key is letters, digits, _ and -.");
                continue;
            }
            String help = item.textOrNull("help_url");
            if (help != null && !isAddress(help)) {
                item.mistake("help_url", "it must be an http or https URL.");
            }
            var secret =
                    new Secret(
                            key,
                            item.textOr("label", key),
                            help,
                            item.truth("optional"),
                            item.textOrNull("inject_as"));
            if (secrets.put(key, secret) != null) {
                item.mistake("key", "`" + key + "` is there twice.");
            }
        }
        return new ArrayList<>(secrets.values());
    }

    private static boolean isAddress(String text) {
        try {
            URI uri = URI.create(text);
            String scheme = uri.getScheme();
            return ("http".equals(scheme) || "https".equals(scheme)) && uri.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** As an item of {@code credentials_required}. */
    Json.Obj json() {
        Json.Obj json = Json.object("key", Json.of(key), "label", Json.of(label));
        if (helpUrl != null) {
            json = json.with("help_url", Json.of(helpUrl));
        }
        return optional ? json.with("optional", Json.TRUE) : json;
    }
}
