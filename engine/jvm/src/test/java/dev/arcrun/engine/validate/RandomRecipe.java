package dev.arcrun.engine.validate;

import java.util.List;
import java.util.SplittableRandom;

/** Recipes that mostly make sense, with mistakes of all kinds. */
final class RandomRecipe {
    private static final List<String> NODES =
            List.of(
                    "input", "fetch", "fetsh", "list", "each", "say", "是否", "Get it", "pick", "sum",
                    "call", "output", "item");
    private static final List<String> RELATIONS =
            List.of(
                    "PIPE",
                    "PIPE",
                    "ON_SUCCESS",
                    "ON_FAIL",
                    "ON_TRUE",
                    "ON_BRANCH(noth)",
                    "FOREACH item",
                    "FOREACH list",
                    "IF(data.status > 3)",
                    "IF(fetsh.data.x == 1)",
                    "IF(a = b)",
                    "IF(credential.X == 1)",
                    "IF",
                    "CALLS_SUBFLOW",
                    "IS_A",
                    "對每個 order",
                    "條件滿足時(sum.data > 1)");
    private static final List<String> COMPONENTS =
            List.of(
                    "http_request",
                    "http_reqest",
                    "set",
                    "string_ops",
                    "number_ops",
                    "if_control",
                    "switch",
                    "code",
                    "telegram_send",
                    "trigger_workflow",
                    "own_part",
                    "https://b.test/x");
    private static final List<String> VALUES =
            List.of(
                    "\"{{fetch.data.records}}\"",
                    "\"In {{fetsh.data.status ?? 1}}\"",
                    "'{{item.id}} {{item_index}}'",
                    "\"{{citi}}\"",
                    "\"{{input.citty}}\"",
                    "\"{{_todya}}\"",
                    "\"{{credential.CHAT_TOKN}}\"",
                    "\"{{credential.A.B}}\"",
                    "\"{{say.results}} {{list.results_x}}\"",
                    "\"{{a | b}} {{x ?? y}}\"",
                    "12",
                    "'12'",
                    "true",
                    "uper",
                    "upper",
                    "[1, \"{{city}}\"]",
                    "{ a: \"{{sum.dat}}\", b: { c: 1 } }",
                    "https://b.test/{{city}}",
                    "\"https://{{city}}/\"",
                    "helo",
                    "noth",
                    "data.status > 3",
                    "\"a = b\"",
                    "\"return {{fetch.data.json}} + '{{citi}}'\"",
                    "\"Bearer k3Jq8Zt1Wv5Xy7Bn2Md4\"",
                    "[{ match: 1, branch: north }, { match: 2, branch: south }]",
                    "null",
                    "\"\"",
                    "\"{{\"",
                    "\"\\u00e9{{a}}\\n\"");
    private static final List<String> KEYS =
            List.of(
                    "url",
                    "heders",
                    "headers",
                    "timeout",
                    "operation",
                    "opertion",
                    "input",
                    "args",
                    "values",
                    "condition",
                    "code",
                    "value",
                    "cases",
                    "default_branch",
                    "workflow_name",
                    "chat_id",
                    "text",
                    "colour",
                    "credentials");

    private RandomRecipe() {}

    static String text(SplittableRandom random) {
        var text = new StringBuilder("name: random\n");
        if (random.nextBoolean()) {
            text.append("inputs: { type: object, properties: { city: { type: string } } }\n");
        }
        if (random.nextInt(4) == 0) {
            text.append("strict: true\non_failure: helo\n");
        }
        text.append("flow:\n");
        for (int i = 0; i < 2 + random.nextInt(12); i++) {
            text.append(
                    "  - \"%s >> %s >> %s\"\n"
                            .formatted(
                                    any(NODES, random),
                                    any(RELATIONS, random),
                                    any(NODES, random)));
        }
        text.append("config:\n");
        for (String node : NODES) {
            if (random.nextInt(4) > 0) {
                text.append("  ")
                        .append(node)
                        .append(":\n    component: ")
                        .append(any(COMPONENTS, random))
                        .append('\n');
                for (String key : KEYS) {
                    if (random.nextInt(4) == 0) {
                        String value =
                                key.equals("credentials")
                                        ? "{ telegram_bot_tokn: CHAT_TOKN }"
                                        : any(VALUES, random);
                        text.append("    ").append(key).append(": ").append(value).append('\n');
                    }
                }
                if (random.nextInt(5) == 0) {
                    text.append("    run: { each: fetsh.data.items }\n");
                }
            }
        }
        return text.toString();
    }

    private static String any(List<String> choices, SplittableRandom random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
