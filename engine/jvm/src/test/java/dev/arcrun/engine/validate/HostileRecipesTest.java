package dev.arcrun.engine.validate;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.arcrun.engine.document.RecipeDocument;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileRecipesTest {
    private static final Surroundings KNOWN =
            new Surroundings(Set.of("hello"), Set.of("CHAT_TOKEN"), host -> false);
    private static final List<String> PIECES =
            List.of(
                    "{{",
                    "}}",
                    "\"",
                    "'",
                    "\n",
                    "  ",
                    ": ",
                    "- ",
                    "{",
                    "]",
                    "&a ",
                    "*a",
                    ">>",
                    "FOREACH",
                    "\u0000",
                    "\uD800",
                    "__X__",
                    "|",
                    "\t",
                    "null",
                    "1e400",
                    "credential",
                    "💥",
                    "\\");

    private static void check(String text) {
        new Validator(TestParts.CATALOG, KNOWN).check(RecipeDocument.read(text));
    }

    private static void checkNeverThrows(String text, String what) {
        assertThatCode(() -> check(text)).as(what).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(longs = {101, 102, 103, 104, 105, 106, 107, 108})
    void a_damaged_recipe_is_checked_without_an_exception(long seed) {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < 60; i++) {
            var text = new StringBuilder(RandomRecipe.text(random));
            for (int j = 0; j < 1 + random.nextInt(6); j++) {
                int at = random.nextInt(text.length());
                int end = Math.min(text.length(), at + random.nextInt(4));
                text.replace(at, end, PIECES.get(random.nextInt(PIECES.size())));
            }
            checkNeverThrows(text.toString(), "seed %d:%n%s".formatted(seed, text));
        }
    }

    @Test
    void loops_inside_loops_without_end() {
        String flow =
                IntStream.range(0, 2_000)
                        .mapToObj(i -> "n%d >> FOREACH v%d >> n%d".formatted(i, i, i + 1))
                        .collect(Collectors.joining("\n"));
        String config =
                "n2000: { component: set, values: { a: '{{v0}} {{v1999_index}} {{nothing}}' } }";

        checkNeverThrows(Checking.recipe("", flow, config), "2,000 loops");
    }

    @Test
    void everything_leads_everywhere() {
        String flow =
                IntStream.range(0, 60 * 60)
                        .mapToObj(i -> "n%d >> PIPE >> n%d".formatted(i / 60, i % 60))
                        .collect(Collectors.joining("\n"));

        checkNeverThrows(Checking.recipe("", flow, ""), "60 nodes, each to each");
    }

    @Test
    void thousands_of_mistakes() {
        String flow =
                IntStream.range(0, 3_000)
                        .mapToObj(i -> "n%d >> PIPE >> n%d".formatted(i, i + 1))
                        .collect(Collectors.joining("\n"));
        String config =
                IntStream.range(0, 3_000)
                        .mapToObj(i ->
                                "n%d: { component: set, values: { a: 'x {{m%d.data.y}}' } }"
                                        .formatted(i, i))
                        .collect(Collectors.joining("\n"));

        checkNeverThrows(Checking.recipe("", flow, config), "3,000 unknown names");
    }

    @Test
    void a_text_of_nothing_but_braces_and_a_value_without_bottom() {
        String braces = "{{".repeat(20_000) + "{{ a ?? ".repeat(5_000) + "{{x|".repeat(5_000);
        String deep = "[".repeat(300) + "\"{{x}}\"" + "]".repeat(300);
        String config = "a: { component: set, values: { a: '%s', b: %s } }".formatted(braces, deep);

        checkNeverThrows(Checking.recipe("", "input >> PIPE >> a", config), "braces");
    }

    @Test
    void schemas_that_make_no_sense() {
        String inputs =
                "inputs: { type: [1, {}], properties: [x], required: 5, additionalProperties: 7, enum: {} }\n";

        checkNeverThrows(
                Checking.recipe(
                        inputs,
                        "input >> PIPE >> a",
                        "a: { component: set, values: { a: '{{input.x.y}} {{z}}' } }"),
                "inputs");
    }
}
