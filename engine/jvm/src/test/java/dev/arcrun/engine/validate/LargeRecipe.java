package dev.arcrun.engine.validate;

/** A recipe of many nodes: a chain with branches, whose texts refer to nodes near and far. */
final class LargeRecipe {
    private LargeRecipe() {}

    static String text(int nodes) {
        var flow = new StringBuilder("  - \"input >> ON_SUCCESS >> n0\"\n");
        var config = new StringBuilder();
        for (int i = 0; i < nodes; i++) {
            if (i + 1 < nodes) {
                flow.append("  - \"n%d >> ON_SUCCESS >> n%d\"\n".formatted(i, i + 1));
            }
            if (i % 20 == 0 && i + 7 < nodes) {
                flow.append(
                        "  - \"n%d >> IF(data.status == 200 and n%d.success) >> n%d\"\n"
                                .formatted(i, i / 2, i + 7));
            }
            config.append(node(i));
        }
        return "name: large\ndescription: Large.\ninputs: { type: object, properties: { city: { type: string } } }\nflow:\n"
                + flow
                + "config:\n"
                + config;
    }

    private static String node(int i) {
        return switch (i % 4) {
            case 0 ->
                    """
                      n%d:
                        component: http_request
                        url: "https://api.example.com/orders/{{input.city}}?page=%d"
                        headers: { Authorization: "Bearer {{credential.TOKEN}}" }
                    """
                            .formatted(i, i);
            case 1 ->
                    """
                      n%d:
                        component: set
                        values: { first: "{{n0.data.status}}", near: "{{n%d.data.json.items[0]}}", day: "{{_today}}" }
                    """
                            .formatted(i, i - 1);
            case 2 ->
                    """
                      n%d:
                        component: string_ops
                        operation: upper
                        input: "In {{city}}: {{n%d.data.near}} of {{n%d.success}}"
                    """
                            .formatted(i, i - 1, i / 2);
            default ->
                    """
                      n%d:
                        component: code
                        input: { text: "{{n%d.data.result}}" }
                        code: return input.text.length;
                    """
                            .formatted(i, i - 1);
        };
    }
}
