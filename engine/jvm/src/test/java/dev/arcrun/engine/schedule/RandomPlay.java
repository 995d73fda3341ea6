package dev.arcrun.engine.schedule;

import dev.arcrun.engine.value.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Runs a random recipe, letting what is at work end in a random order. */
final class RandomPlay {
    private static final int MOST_EVENTS = 20_000;
    private static final RunContext CONTEXT =
            new RunContext(
                    "run",
                    Json.object("xs", Json.array(Json.of(1), Json.of(2)), "text", Json.of("input")),
                    "manual",
                    null,
                    "nonce",
                    0);

    private final RandomRecipe random;
    private final Schedule schedule;
    private final List<Event> possible = new ArrayList<>();
    final List<Event> events = new ArrayList<>();
    final List<List<Command>> commands = new ArrayList<>();
    final List<String> calls = new ArrayList<>();
    private @Nullable Outcome outcome;

    private RandomPlay(RandomRecipe random) {
        this.random = random;
        this.schedule = new Schedule(random.recipe(), random, CONTEXT);
    }

    static RandomPlay of(RandomRecipe random, SplittableRandom order, boolean withNoise) {
        var play = new RandomPlay(random);
        play.tell(new Event.Started(0));
        while (play.outcome == null) {
            if (play.possible.isEmpty() || play.events.size() > MOST_EVENTS) {
                throw new AssertionError("the run never ends");
            }
            Event next = play.possible.remove(order.nextInt(play.possible.size()));
            play.tell(next);
            if (withNoise) {
                play.disturb(next, order);
            }
        }
        return play;
    }

    static List<List<Command>> replay(RandomRecipe random, List<Event> events) {
        var schedule = new Schedule(random.recipe(), random, CONTEXT);
        return events.stream().map(schedule::on).toList();
    }

    Outcome outcome() {
        if (outcome == null) {
            throw new IllegalStateException("the run has not ended");
        }
        return outcome;
    }

    long seed() {
        return random.seed();
    }

    private void disturb(Event last, SplittableRandom random) {
        Event noise =
                switch (random.nextInt(4)) {
                    case 0 -> last instanceof Event.TimerFired ? new Event.Started(0) : last;
                    case 1 -> new Event.Resumed(0, "guessed", Json.TRUE);
                    case 2 ->
                            new Event.CallFinished(0, new CallKey("n1", List.of()), 77, Json.TRUE);
                    default -> new Event.Started(0);
                };
        tell(noise);
    }

    private void tell(Event event) {
        List<Command> answer = schedule.on(event);
        events.add(event);
        commands.add(answer);
        for (Command command : answer) {
            switch (command) {
                case Command.CallPart call -> {
                    calls.add(call.key() + "#" + call.attempt());
                    Json result = random.answer(call.key(), call.attempt());
                    possible.add(new Event.CallFinished(0, call.key(), call.attempt(), result));
                }
                case Command.StartTimer timer ->
                        possible.add(new Event.TimerFired(0, timer.key(), timer.attempt()));
                case Command.Traced(TraceEntry entry) -> {
                    if (entry.status() == TraceEntry.Status.WAITING) {
                        Json result = random.settled(entry.key());
                        possible.add(new Event.Resumed(0, "task " + entry.key(), result));
                    }
                }
                case Command.Finish(Outcome end) -> outcome = end;
                case Command.Wait _ -> {}
                case Command.CallRecipe call -> throw new IllegalStateException(call.recipe());
            }
        }
    }
}
