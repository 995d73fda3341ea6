package dev.arcrun.engine.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.document.Problem;
import dev.arcrun.engine.document.Problem.QuickFix;
import dev.arcrun.engine.document.RecipeDocument;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuickFixTest {
    private static final Surroundings KNOWN =
            new Surroundings(Set.of("hello"), Set.of("CHAT_TOKEN"), "a.test"::equals);

    private static List<Problem> check(RecipeDocument document) {
        return new Validator(TestParts.CATALOG, KNOWN, Locale.ENGLISH).check(document);
    }

    private static long count(List<Problem> problems, Problem like) {
        return problems.stream().filter(it -> it.message().equals(like.message())).count();
    }

    private static long errors(RecipeDocument document) {
        return document.problems().stream()
                .filter(it -> it.severity() == Problem.Severity.ERROR)
                .count();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void removes_its_problem_and_leaves_a_recipe_that_can_be_read(long seed) {
        var random = new SplittableRandom(seed);
        Set<String> mended = new HashSet<>();
        for (int i = 0; i < 25; i++) {
            String text = RandomRecipe.text(random);
            RecipeDocument document = RecipeDocument.read(text);
            List<Problem> problems = check(document);
            for (Problem problem : problems) {
                for (QuickFix fix : problem.fixes()) {
                    RecipeDocument fixed = document.apply(fix.edits()).document();
                    String why =
                            "seed %d, `%s` for %s in\n%s"
                                    .formatted(seed, fix.label(), problem, text);
                    assertThat(fixed.parsed()).as(why).isTrue();
                    assertThat(errors(fixed)).as(why).isLessThanOrEqualTo(errors(document));
                    assertThat(count(check(fixed), problem))
                            .as(why)
                            .isLessThan(count(problems, problem));
                    mended.add(problem.code());
                }
            }
        }
        assertThat(mended).as("kinds of problems with a fix").hasSizeGreaterThan(8);
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26})
    void every_place_is_a_piece_of_the_text(long seed) {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < 50; i++) {
            String text = RandomRecipe.text(random);
            RecipeDocument document = RecipeDocument.read(text);
            int before = 0;
            for (Problem problem : check(document)) {
                Problem.Place place = problem.place();
                String why = "seed %d: %s in\n%s".formatted(seed, problem, text);
                assertThat(place.start()).as(why).isBetween(before, place.end());
                assertThat(place.end()).as(why).isLessThanOrEqualTo(text.length());
                int lineStart = text.lastIndexOf('\n', place.start() - 1) + 1;
                assertThat(place.column()).as(why).isEqualTo(place.start() - lineStart + 1);
                before = place.start();
            }
        }
    }
}
