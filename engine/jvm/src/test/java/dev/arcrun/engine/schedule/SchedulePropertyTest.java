package dev.arcrun.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;

/** What holds for every recipe and every order in which calls end. */
class SchedulePropertyTest {
    private static final int RECIPES = 700;

    @Test
    void the_outcome_does_not_depend_on_the_order_in_which_calls_end() {
        forEachRecipe(seed -> {
            RandomRecipe recipe = RandomRecipe.of(seed);
            Outcome first = play(recipe, 0).outcome();
            for (int order = 1; order < 4; order++) {
                assertThat(play(recipe, order).outcome()).isEqualTo(first);
            }
        });
    }

    @Test
    void every_node_runs_at_most_once_outside_loops_and_once_an_iteration() {
        forEachRecipe(seed -> {
            RandomPlay play = play(RandomRecipe.of(seed), 1);
            assertThat(play.calls).doesNotHaveDuplicates();
            assertThat(loopless(play)).allMatch(call -> !call.contains("["));
        });
    }

    @Test
    void every_node_has_an_end_in_the_trace() {
        forEachRecipe(seed -> {
            RandomRecipe recipe = RandomRecipe.of(seed);
            Outcome outcome = play(recipe, 2).outcome();
            var topology = new Topology(recipe.recipe());
            for (Step step : topology.root.steps) {
                assertThat(outcome.trace())
                        .filteredOn(entry -> entry.key().node().equals(step.name()))
                        .as(step.name())
                        .isNotEmpty();
            }
            assertThat(outcome.trace())
                    .noneMatch(entry -> entry.status() == TraceEntry.Status.RUNNING)
                    .noneMatch(entry -> entry.status() == TraceEntry.Status.WAITING);
        });
    }

    @Test
    void recorded_events_give_the_same_commands() {
        forEachRecipe(seed -> {
            RandomRecipe recipe = RandomRecipe.of(seed);
            RandomPlay play = play(recipe, 3);
            assertThat(RandomPlay.replay(recipe, play.events)).isEqualTo(play.commands);
        });
    }

    @Test
    void events_that_fit_nothing_change_nothing() {
        forEachRecipe(seed -> {
            RandomRecipe recipe = RandomRecipe.of(seed);
            Outcome quiet = play(recipe, 4).outcome();
            Outcome noisy = RandomPlay.of(recipe, new SplittableRandom(5), true).outcome();
            assertThat(noisy).isEqualTo(quiet);
        });
    }

    @Test
    void a_cancelled_run_ends_at_once() {
        forEachRecipe(seed -> {
            RandomRecipe recipe = RandomRecipe.of(seed);
            List<Event> events = play(recipe, 6).events;
            var schedule =
                    new Schedule(
                            recipe.recipe(),
                            recipe,
                            new RunContext("run", recipe.settled(key()), "api", null, "n", 0));
            events.subList(0, events.size() / 2).forEach(schedule::on);
            boolean over = schedule.isFinished();
            List<Command> last = schedule.on(new Event.Cancelled(0));
            assertThat(schedule.isFinished()).isTrue();
            assertThat(over || last.getLast() instanceof Command.Finish).isTrue();
            assertThat(schedule.on(new Event.Cancelled(0))).isEmpty();
        });
    }

    @Test
    void the_random_recipes_show_everything_a_run_can_do() {
        var seen = new TreeMap<String, Integer>();
        forEachRecipe(seed -> {
            RandomPlay play = play(RandomRecipe.of(seed), 0);
            seen.merge(play.outcome().status().name(), 1, Integer::sum);
            if (play.outcome().failedItems() > 0) {
                seen.merge("failed items", 1, Integer::sum);
            }
            for (TraceEntry entry : play.outcome().trace()) {
                seen.merge("node " + entry.status(), 1, Integer::sum);
                seen.merge("depth " + entry.key().iteration().size(), 1, Integer::sum);
                seen.merge("attempt " + entry.attempt(), 1, Integer::sum);
            }
            for (Event event : play.events) {
                seen.merge(event.getClass().getSimpleName(), 1, Integer::sum);
            }
        });
        assertThat(seen)
                .containsKeys("SUCCEEDED", "FAILED", "failed items")
                .containsKeys("node SUCCEEDED", "node FAILED", "node SKIPPED", "node HANDLED")
                .containsKeys("depth 0", "depth 1", "depth 2", "attempt 3")
                .containsKeys("CallFinished", "TimerFired", "Resumed")
                .allSatisfy((_, times) -> assertThat(times).isGreaterThan(10));
    }

    private static CallKey key() {
        return new CallKey("input", List.of());
    }

    private static RandomPlay play(RandomRecipe recipe, int order) {
        return RandomPlay.of(recipe, new SplittableRandom(order * 1_000L + 1), false);
    }

    /** Calls of nodes that stand in no loop. */
    private static List<String> loopless(RandomPlay play) {
        var topology = new Topology(RandomRecipe.of(play.seed()).recipe());
        List<String> names = topology.root.steps.stream().map(Step::name).toList();
        return play.calls.stream()
                .filter(call -> names.contains(call.replaceAll("[\\[#].*", "")))
                .toList();
    }

    private static void forEachRecipe(LongConsumer property) {
        for (long seed = 1; seed <= RECIPES; seed++) {
            try {
                property.accept(seed);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(
                        "seed " + seed + ": " + RandomRecipe.of(seed).recipe().edges(), e);
            }
        }
    }
}
