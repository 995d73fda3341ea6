package dev.arcrun.engine.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.document.RecipeDocument;
import dev.arcrun.engine.validate.Ancestry.Question;
import dev.arcrun.engine.validate.Flow.Stop;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AncestryTest {
    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33, 34, 35})
    void says_what_going_back_step_by_step_says(long seed) {
        Flow flow = randomFlow(new SplittableRandom(seed), 150);
        Set<Question> all = new HashSet<>();
        Set<Question> expected = new HashSet<>();
        for (Stop before : flow.stops) {
            for (Stop after : flow.stops) {
                all.add(new Question(before, after));
                if (leadsTo(before, after, new HashSet<>())) {
                    expected.add(new Question(before, after));
                }
            }
        }

        assertThat(Ancestry.yes(flow, all).equals(expected)).as("seed %d", seed).isTrue();
    }

    private static Flow randomFlow(SplittableRandom random, int stops) {
        var flow = new StringBuilder();
        for (int i = 1; i < stops; i++) {
            flow.append("n%d >> PIPE >> n%d\n".formatted(random.nextInt(i), i));
            if (random.nextInt(3) == 0) {
                flow.append("n%d >> ON_FAIL >> n%d\n".formatted(random.nextInt(i), i));
            }
        }
        return new Flow(RecipeDocument.read(Checking.recipe("", flow.toString(), "")).recipe());
    }

    private static boolean leadsTo(Stop before, Stop after, Set<Stop> seen) {
        return after.in.stream()
                .anyMatch(way ->
                        way.from() == before
                                || (seen.add(way.from()) && leadsTo(before, way.from(), seen)));
    }
}
