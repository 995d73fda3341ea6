package dev.arcrun.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.arcrun.engine.document.RecipeDocument;
import dev.arcrun.engine.part.Component;
import dev.arcrun.engine.schedule.Command.CallPart;
import dev.arcrun.engine.schedule.Command.Finish;
import dev.arcrun.engine.schedule.Command.StartTimer;
import dev.arcrun.engine.schedule.Command.Traced;
import dev.arcrun.engine.schedule.Command.Wait;
import dev.arcrun.engine.schedule.Event.CallFinished;
import dev.arcrun.engine.schedule.Event.Cancelled;
import dev.arcrun.engine.schedule.Event.Resumed;
import dev.arcrun.engine.schedule.Event.Started;
import dev.arcrun.engine.schedule.Event.TimerFired;
import dev.arcrun.engine.value.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The events and commands themselves; what recipes mean is in the conformance cases. */
class ScheduleTest {
    private static final CallKey A = new CallKey("a", List.of());
    private static final Json OK = Json.object("success", Json.TRUE);
    private static final Json BUSY = Json.object("success", Json.FALSE, "error", Json.of("busy"));
    private static final Json PENDING =
            Json.object("pending", Json.TRUE, "task_id", Json.of("task"));

    @Test
    void nothing_happens_before_the_run_has_started() {
        Schedule schedule = of("a >> PIPE >> b");
        assertThat(schedule.on(new CallFinished(0, A, 1, OK))).isEmpty();
        assertThat(schedule.on(new TimerFired(0, A, 1))).isEmpty();
        assertThat(schedule.on(new Resumed(0, "task", OK))).isEmpty();
    }

    @Test
    void a_run_starts_once() {
        Schedule schedule = of("a >> PIPE >> b");
        assertThat(schedule.on(new Started(0))).hasAtLeastOneElementOfType(CallPart.class);
        assertThat(schedule.on(new Started(0))).isEmpty();
    }

    @Test
    void a_run_cancelled_before_its_start_is_over() {
        Schedule schedule = of("a >> PIPE >> b");
        assertThat(schedule.on(new Cancelled(5)))
                .singleElement()
                .isInstanceOfSatisfying(
                        Finish.class,
                        it ->
                                assertThat(it.outcome().status())
                                        .isEqualTo(Outcome.Status.CANCELLED));
        assertThat(schedule.on(new Started(6))).isEmpty();
    }

    @Test
    void a_call_is_answered_once() {
        Schedule schedule = started("a >> PIPE >> b");
        assertThat(schedule.on(new CallFinished(1, A, 1, OK))).isNotEmpty();
        assertThat(schedule.on(new CallFinished(2, A, 1, BUSY))).isEmpty();
    }

    @Test
    void a_late_answer_to_an_earlier_attempt_changes_nothing() {
        Schedule schedule = started("a >> PIPE >> b");
        assertThat(schedule.on(new CallFinished(1, A, 2, OK))).isEmpty();
    }

    @Test
    void an_answer_while_the_next_attempt_is_awaited_changes_nothing() {
        Schedule schedule = retrying();
        assertThat(schedule.on(new CallFinished(1, A, 1, BUSY)))
                .contains(new StartTimer(A, 2, 100));
        assertThat(schedule.on(new CallFinished(2, A, 2, OK))).isEmpty();
        assertThat(schedule.on(new TimerFired(101, A, 2)))
                .hasAtLeastOneElementOfType(CallPart.class);
        assertThat(schedule.on(new TimerFired(102, A, 2))).isEmpty();
    }

    @Test
    void nothing_follows_the_end() {
        Schedule schedule = started("input >> PIPE >> a");
        assertThat(schedule.on(new CallFinished(1, A, 1, OK)).getLast()).isInstanceOf(Finish.class);
        assertThat(schedule.isFinished()).isTrue();
        assertThat(schedule.on(new Cancelled(2))).isEmpty();
    }

    @Test
    void a_run_waits_only_when_nothing_else_can_go_on() {
        Schedule schedule = started("input >> PIPE >> a", "input >> PIPE >> b");
        assertThat(schedule.on(new CallFinished(1, A, 1, PENDING)))
                .doesNotHaveAnyElementsOfTypes(Wait.class);
        assertThat(schedule.on(new CallFinished(2, new CallKey("b", List.of()), 1, OK)))
                .contains(new Wait());
    }

    @Test
    void a_run_does_not_wait_while_a_timer_runs() {
        Schedule schedule = retrying();
        assertThat(schedule.on(new CallFinished(1, A, 1, BUSY)))
                .doesNotHaveAnyElementsOfTypes(Wait.class);
    }

    @Test
    void who_watches_sees_a_node_begin_and_end() {
        Schedule schedule = of("input >> PIPE >> a");
        assertThat(statuses(schedule.on(new Started(1_000))))
                .containsExactly("input SUCCEEDED", "a RUNNING");
        assertThat(statuses(schedule.on(new CallFinished(1_250, A, 1, PENDING))))
                .containsExactly("a WAITING");
        assertThat(statuses(schedule.on(new Resumed(1_400, "task", OK))))
                .containsExactly("a SUCCEEDED");
    }

    @Test
    void times_count_from_the_start_of_the_run() {
        Schedule schedule = of("a >> PIPE >> b");
        schedule.on(new Started(1_000));
        schedule.on(new CallFinished(1_250, A, 1, OK));
        assertThat(schedule.trace())
                .extracting(TraceEntry::startedMs, TraceEntry::durationMs)
                .containsExactly(tuple(0L, 250L), tuple(250L, 0L));
    }

    @Test
    void a_clock_that_goes_back_makes_no_negative_times() {
        Schedule schedule = of("input >> PIPE >> a");
        schedule.on(new Started(1_000));
        schedule.on(new CallFinished(400, A, 1, OK));
        assertThat(schedule.trace()).allMatch(entry -> entry.durationMs() == 0);
    }

    @Test
    void a_long_row_of_skipped_nodes_is_skipped_without_end_of_stack() {
        String[] flow = new String[20_000];
        flow[0] = "input >> ON_FAIL >> n0";
        for (int i = 1; i < flow.length; i++) {
            flow[i] = "n" + (i - 1) + " >> PIPE >> n" + i;
        }
        Schedule schedule = of(flow);
        schedule.on(new Started(0));
        assertThat(schedule.isFinished()).isTrue();
        assertThat(schedule.trace()).hasSize(20_001);
    }

    private static Schedule retrying() {
        return started(
                "config: { a: { run: { retry: { attempts: 3, delay_ms: 100 } } } }",
                new String[] {"a >> PIPE >> b"});
    }

    private static Schedule started(String... flow) {
        return started("", flow);
    }

    private static Schedule started(String config, String[] flow) {
        Schedule schedule = of(config, flow);
        schedule.on(new Started(0));
        return schedule;
    }

    private static Schedule of(String... flow) {
        return of("", flow);
    }

    private static Schedule of(String config, String[] flow) {
        var text = new StringBuilder("name: test\n" + config + "\nflow:\n");
        for (String line : flow) {
            text.append("  - \"").append(line).append("\"\n");
        }
        return new Schedule(
                RecipeDocument.read(text.toString()).recipe(),
                name -> new Component.Part(name, null),
                new RunContext("run", Json.Obj.EMPTY, "manual", null, "nonce", 0));
    }

    private static List<String> statuses(List<Command> commands) {
        return commands.stream()
                .filter(Traced.class::isInstance)
                .map(it -> ((Traced) it).entry())
                .map(entry -> entry.key() + " " + entry.status())
                .toList();
    }
}
