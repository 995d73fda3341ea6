package dev.arcrun.catalog.apirecipe;

import dev.arcrun.catalog.apirecipe.Placeholders.Piece;
import dev.arcrun.engine.value.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns the texts of an API recipe into templates of a connector, and notes which parameters and
 * credentials stand in them. A value that is missing is the empty text, as in Arcrun.
 */
final class ApiTexts {
    private static final String PROTO = "__proto__";

    private final RecipeFields fields;
    private final Map<String, String> authPath;
    private final Map<String, String> secrets = new LinkedHashMap<>();
    private final Map<String, Boolean> parameters = new LinkedHashMap<>();
    private final Set<String> credentials = new LinkedHashSet<>();

    /**
     * @param authPath templates of {@code {{auth.NAME}}}
     * @param needed secrets of which some are the value of a placeholder
     */
    ApiTexts(RecipeFields fields, Map<String, String> authPath, List<Secret> needed) {
        this.fields = fields;
        this.authPath = authPath;
        for (Secret secret : needed) {
            if (secret.injectAs() != null) {
                secrets.put(secret.injectAs(), secret.key());
            }
        }
    }

    /** Names of the parameters; true where a value keeps its type. */
    Map<String, Boolean> parameters() {
        return parameters;
    }

    /** Keys of the credentials in the texts. */
    Set<String> credentials() {
        return credentials;
    }

    /** An address; a parameter at its beginning has to be there. */
    String address(String field, String text) {
        var out = new StringBuilder();
        for (Piece piece : Placeholders.read(text, it -> fields.mistake(field, it)).pieces()) {
            switch (piece) {
                case Piece.Plain(String plain) -> out.append(plain);
                case Piece.Placeholder it -> {
                    boolean path = it.name().equals("auth") && authPath.containsKey(it.rest());
                    out.append(
                            path
                                    ? "{{auth." + it.rest() + "}}"
                                    : reference(field, it, out.isEmpty(), false));
                }
            }
        }
        return out.toString();
    }

    /** A text whose values are texts. */
    String text(String field, String text) {
        Placeholders read = Placeholders.read(text, it -> fields.mistake(field, it));
        return filled(field, read, false, false);
    }

    /** A value whose texts are filled; values are texts. */
    Json texts(String field, Json value) {
        return value(field, value, false);
    }

    /** A value whose texts are filled; a text that is one placeholder keeps the value's type. */
    Json values(String field, Json value) {
        return value(field, value, true);
    }

    private Json value(String field, Json value, boolean typed) {
        return switch (value) {
            case Json.Str(String text) -> {
                Placeholders read = Placeholders.read(text, it -> fields.mistake(field, it));
                yield Json.of(filled(field, read, typed && read.isWhole(), typed));
            }
            case Json.Arr(List<Json> items) -> {
                List<Json> filled = new ArrayList<>();
                for (int i = 0; i < items.size(); i++) {
                    filled.add(value(field + "." + i, items.get(i), typed));
                }
                yield Json.array(filled);
            }
            case Json.Obj object -> {
                Map<String, Json> members = new LinkedHashMap<>();
                object.members()
                        .forEach((name, member) -> {
                            String inner = field + "." + name;
                            if (name.equals(PROTO) || (!typed && name.contains("{{"))) {
                                fields.mistake(field, "a member can't be named `" + name + "`.");
                            }
                            members.put(name, value(inner, member, typed));
                        });
                yield new Json.Obj(members);
            }
            case Json.Num _, Json.Bool _, Json.Null _ -> value;
        };
    }

    private String filled(String field, Placeholders read, boolean whole, boolean typed) {
        var out = new StringBuilder();
        for (Piece piece : read.pieces()) {
            switch (piece) {
                case Piece.Plain(String plain) -> out.append(whole ? "" : plain);
                case Piece.Placeholder it -> out.append(reference(field, it, whole, typed));
            }
        }
        return out.toString();
    }

    private String reference(
            String field, Piece.Placeholder placeholder, boolean needed, boolean typed) {
        String name = placeholder.name();
        switch (name) {
            case "auth" -> {
                return authPath.getOrDefault(placeholder.rest(), "");
            }
            case "credential" -> {
                credentials.add(placeholder.rest());
                return "{{credential." + placeholder.rest() + "}}";
            }
            case "secret" -> {
                fields.mistake(
                        field,
                        "`{{"
                                + placeholder.path()
                                + "}}` stands in an auth recipe; write {{credential.KEY}} here.");
                return "";
            }
            case "_call_id" -> {
                return "{{_call_id}}";
            }
            case PROTO -> {
                fields.mistake(field, "a parameter can't be named `" + name + "`.");
                return "";
            }
            default -> {
                String key = placeholder.steps().isEmpty() ? secrets.get(name) : null;
                if (key != null) {
                    return "{{credential." + key + "}}";
                }
                boolean open = typed || !placeholder.steps().isEmpty();
                parameters.merge(name, open, Boolean::logicalOr);
                return "{{" + placeholder.path() + (needed ? "}}" : " ?? \"\"}}");
            }
        }
    }
}
