package dev.arcrun.desktop.completion;

import dev.arcrun.engine.recipe.Recipe;
import java.util.ArrayList;
import java.util.List;

/** Offers nodes, relations and parts in a line of the flow. */
final class FlowCompletion {
    private static final String ARROW = ">>";
    private static final List<String> RELATIONS =
            List.of(
                    "ON_SUCCESS",
                    "ON_FAIL",
                    "PIPE",
                    "IF()",
                    "ON_TRUE",
                    "ON_FALSE",
                    "ON_BRANCH()",
                    "FOREACH item",
                    "CALLS_SUBFLOW");
    private static final List<String> RELATIONS_ZH =
            List.of("完成後", "失敗時", "條件滿足時()", "成立時", "不成立時", "分支()", "對每個 item");

    private final KnownParts parts;
    private final Recipe recipe;
    private final String language;

    FlowCompletion(KnownParts parts, Recipe recipe, String language) {
        this.parts = parts;
        this.recipe = recipe;
        this.language = language;
    }

    Completion at(YamlPlace place) {
        String typed = place.typed();
        int begin = typed.startsWith("\"") || typed.startsWith("'") ? 1 : 0;
        String line = typed.substring(begin);
        int arrows = 0;
        int from = 0;
        for (int at = line.indexOf(ARROW); at >= 0; at = line.indexOf(ARROW, at + ARROW.length())) {
            arrows++;
            from = at + ARROW.length();
        }
        while (from < line.length() && line.charAt(from) == ' ') {
            from++;
        }
        List<Candidate> offers = new ArrayList<>();
        switch (arrows) {
            case 0 -> nodes(offers, "input", " >> ");
            case 1 -> {
                for (String relation : RELATIONS) {
                    offers.add(new Candidate(relation, relation + " >> ", "", ""));
                }
                for (String relation : RELATIONS_ZH) {
                    offers.add(new Candidate(relation, relation + " >> ", "", ""));
                }
            }
            case 2 -> {
                nodes(offers, "output", "");
                parts.all().forEach(part -> offers.add(RecipeCompletion.part(part, language)));
            }
            default -> {
                return Completion.NONE;
            }
        }
        return Offers.beginning(
                place.start() + begin + from,
                line.substring(Math.min(from, line.length())),
                offers);
    }

    private void nodes(List<Candidate> offers, String virtual, String after) {
        recipe.nodes()
                .keySet()
                .forEach(name -> offers.add(new Candidate(name, name + after, "", "")));
        offers.add(new Candidate(virtual, virtual + after, "", ""));
    }
}
