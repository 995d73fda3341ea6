package dev.arcrun.catalog.contract;

import dev.arcrun.engine.value.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What makes a JSON Schema unusable that the schema of schemas lets pass, at its place. */
final class SchemaRules {
    private final List<SchemaMistake> mistakes = new ArrayList<>();

    private SchemaRules() {}

    /**
     * @param name of the schema in the contract
     */
    static List<SchemaMistake> check(Json.Obj schema, String name) {
        var rules = new SchemaRules();
        rules.schema(schema, List.of(name));
        return rules.mistakes;
    }

    private void schema(Json value, List<String> path) {
        switch (value) {
            case Json.Obj object ->
                    object.members()
                            .forEach((name, member) -> {
                                List<String> inner = inner(path, name);
                                keyword(name, member, inner);
                                boolean data =
                                        List.of("enum", "const", "default", "examples")
                                                .contains(name);
                                if (!data) {
                                    schema(member, inner);
                                }
                            });
            case Json.Arr(List<Json> items) -> {
                for (int i = 0; i < items.size(); i++) {
                    schema(items.get(i), inner(path, String.valueOf(i)));
                }
            }
            case Json.Null _, Json.Bool _, Json.Num _, Json.Str _ -> {}
        }
    }

    private void keyword(String name, Json value, List<String> path) {
        if (name.equals("pattern") && value instanceof Json.Str(String pattern)) {
            pattern(pattern, path);
        } else if (name.equals("patternProperties") && value instanceof Json.Obj schemas) {
            schemas.members().keySet().forEach(pattern -> pattern(pattern, inner(path, pattern)));
        } else if (name.equals("$ref")
                && value instanceof Json.Str(String reference)
                && !reference.startsWith("#")) {
            mistakes.add(
                    new SchemaMistake(
                            path,
                            "`"
                                    + reference
                                    + "` is another document, which is never fetched; describe it here."));
        }
    }

    private void pattern(String pattern, List<String> path) {
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            mistakes.add(
                    new SchemaMistake(
                            path,
                            "`"
                                    + pattern
                                    + "` is no regular expression: "
                                    + e.getDescription()
                                    + "."));
        }
    }

    private static List<String> inner(List<String> path, String step) {
        List<String> inner = new ArrayList<>(path);
        inner.add(step);
        return inner;
    }
}
