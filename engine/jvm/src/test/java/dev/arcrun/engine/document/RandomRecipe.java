package dev.arcrun.engine.document;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Recipe texts of many habits: what people and programs write. Same seed, same text. */
final class RandomRecipe {
    private static final List<String> NAMES =
            List.of("fetch", "notify_team", "清理", "Send Mail", "a-b", "x1", "größe", "y");
    private static final List<String> RELATIONS =
            List.of(
                    "ON_SUCCESS",
                    "PIPE",
                    "對每個 order",
                    "FOREACH item",
                    "IF(fetch.data.n > 3)",
                    "失敗時");

    private final SplittableRandom random;
    private final StringBuilder out = new StringBuilder();
    private final String step;
    private final String listStep;
    private final boolean comments;
    private final boolean blankLines;
    private final List<String> nodes = new ArrayList<>();
    private boolean anchored;

    private RandomRecipe(SplittableRandom random) {
        this.random = random;
        this.step = " ".repeat(random.nextInt(3) == 0 ? 4 : 2);
        this.listStep = random.nextInt(3) == 0 ? "" : step;
        this.comments = random.nextBoolean();
        this.blankLines = random.nextBoolean();
    }

    static String text(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        String text = new RandomRecipe(random).write();
        if (random.nextInt(4) == 0) {
            text = text.replace("\n", "\r\n");
        }
        if (random.nextInt(6) == 0) {
            text = "\uFEFF" + text;
        }
        return random.nextInt(4) == 0 ? text.stripTrailing() : text;
    }

    private String write() {
        if (comments) {
            out.append("# 一個流程 😀 of ours\n");
        }
        out.append("name: recipe_1").append(comment()).append('\n');
        if (random.nextBoolean()) {
            out.append("description: >").append(pick(List.of("", "-"))).append('\n');
            out.append(step).append("Two lines\n").append(step).append("that fold\n");
        }
        blank();
        flow();
        blank();
        config();
        if (random.nextInt(3) == 0) {
            out.append("strict: true").append(comment()).append('\n');
        }
        return out.toString();
    }

    private void flow() {
        int lines = 1 + random.nextInt(4);
        List<String> triplets = new ArrayList<>();
        String from = "input";
        for (int i = 0; i < lines; i++) {
            String to = NAMES.get(random.nextInt(NAMES.size()));
            nodes.add(to);
            triplets.add(from + " >> " + pick(RELATIONS) + " >> " + to);
            from = to;
        }
        if (random.nextInt(5) == 0) {
            out.append("flow: [");
            for (int i = 0; i < lines; i++) {
                out.append(i == 0 ? "" : ", ").append('"').append(triplets.get(i)).append('"');
            }
            out.append("]\n");
            return;
        }
        out.append("flow:").append(comment()).append('\n');
        String gap = pick(List.of(" ", " ", "   "));
        String quote = pick(List.of("\"", "\"", "'", ""));
        for (String triplet : triplets) {
            if (comments && random.nextInt(4) == 0) {
                out.append(listStep).append("# what comes next\n");
            }
            out.append(listStep).append('-').append(gap);
            out.append(quote).append(triplet).append(quote).append(comment()).append('\n');
        }
    }

    private void config() {
        out.append("config:").append(comment()).append('\n');
        List<String> distinct = nodes.stream().distinct().toList();
        for (String node : distinct) {
            if (blankLines) {
                out.append('\n');
            }
            if (comments && random.nextInt(3) == 0) {
                out.append(step).append("# about the next one\n");
            }
            out.append(step).append(node).append(':');
            if (random.nextInt(5) == 0) {
                flowNode();
            } else {
                blockNode();
            }
        }
    }

    private void flowNode() {
        if (random.nextBoolean()) {
            out.append(" { component: set, url: 'a b', list: [1, x,  \"y\"], n: 5 }");
            out.append(comment()).append('\n');
        } else {
            out.append(" {\n").append(step).append(step).append("component: set,");
            out.append(comment()).append('\n').append(step).append(step).append("n: [1, 2]\n");
            out.append(step).append("}\n");
        }
    }

    private void blockNode() {
        if (!anchored && random.nextInt(6) == 0) {
            out.append(" &base");
            anchored = true;
        } else if (anchored && random.nextInt(5) == 0) {
            out.append(" *base").append(comment()).append('\n');
            return;
        }
        String in = step + step;
        out.append(comment()).append('\n').append(in).append("component: http_request\n");
        if (random.nextBoolean()) {
            String url = pick(List.of("\"https://a.b/{{fetch.id}}\"", "https://a.b", "'it''s'"));
            out.append(in).append("url: ").append(url).append(comment()).append('\n');
        }
        if (random.nextBoolean()) {
            out.append(in).append("code: ").append(pick(List.of("|", "|-", "|+", ">", "|2")));
            out.append('\n');
            boolean explicit = out.toString().endsWith("|2\n");
            String body = in + (explicit ? "  " : step);
            out.append(body).append("let a = 1; # 😀\n\n").append(body).append("  return a;\n");
            out.append(pick(List.of("", "\n", "")));
        }
        if (random.nextBoolean()) {
            out.append(in).append("headers:").append(comment()).append('\n');
            out.append(in).append(step).append("Accept: text\n");
            out.append(in).append(step).append("\"X-é\":  '中文'\n");
        }
        if (random.nextBoolean()) {
            out.append(in).append("list:\n");
            out.append(in).append(listStep).append("- 1").append(comment()).append('\n');
            out.append(in).append(listStep).append("- a: x\n");
            out.append(in).append(listStep).append("  b: true\n");
            out.append(in).append(listStep).append("-\n");
        }
        if (random.nextInt(3) == 0) {
            out.append(in).append("empty:").append(comment()).append('\n');
        }
        if (random.nextInt(3) == 0) {
            out.append(in).append("long: \"one\n").append(in).append("  two\"\n");
        }
    }

    private String comment() {
        return comments && random.nextInt(4) == 0 ? "  # 註解: {not} [yaml]" : "";
    }

    private void blank() {
        out.append(blankLines ? "\n" : "");
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
