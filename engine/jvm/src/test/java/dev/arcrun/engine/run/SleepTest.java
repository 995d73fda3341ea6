package dev.arcrun.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.part.Component;
import dev.arcrun.engine.schedule.TraceEntry;
import dev.arcrun.engine.value.Json;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a run does with a result that asks to go on after a while. */
class SleepTest {
    private final List<String> called = new CopyOnWriteArrayList<>();
    private final List<RunEvent> events = new CopyOnWriteArrayList<>();

    private Run start(long sleepMs, Duration longest, boolean skipWaits) {
        PartCaller caller =
                (asking, call) -> {
                    called.add(call.key().node());
                    Json.Obj done = Json.object("success", Json.TRUE, "data", Json.of("slept"));
                    return new PartCaller.Answer(
                            call.key().node().equals("b")
                                    ? done
                                    : done.with("pending", Json.TRUE)
                                            .with("resume_after_ms", Json.of((double) sleepMs)),
                            CallReport.NOTHING);
                };
        var runner =
                new Runner(
                        name -> new Component.Part(name, null),
                        caller,
                        RecipeSource.NONE,
                        RunRecorder.NONE,
                        InstantSource.system(),
                        longest);
        RunRequest request =
                RunRequest.manual(TestRecipes.chain("a", "b"), "", Json.Obj.EMPTY)
                        .skippingWaits(skipWaits);
        return runner.start(request, events::add);
    }

    private static RunRecord end(Run run) throws Exception {
        return run.done().get(30, TimeUnit.SECONDS);
    }

    @Test
    void a_run_goes_on_when_the_time_is_over() throws Exception {
        RunRecord record = end(start(30, Runner.LONGEST_RUN, false));
        assertThat(record.status()).isEqualTo(RunRecord.Status.SUCCEEDED);
        assertThat(called).containsExactly("a", "b");
        assertThat(record.durationMs()).isGreaterThanOrEqualTo(30);
        assertThat(events)
                .anySatisfy(event -> assertThat(event).isInstanceOf(RunEvent.Waiting.class));
    }

    @Test
    void a_skipped_wait_is_over_at_once() throws Exception {
        RunRecord record = end(start(Duration.ofDays(30).toMillis(), Runner.LONGEST_RUN, true));
        assertThat(record.status()).isEqualTo(RunRecord.Status.SUCCEEDED);
        assertThat(called).containsExactly("a", "b");
    }

    @Test
    void a_wait_that_ends_after_the_run_may_last_ends_the_run_now_and_says_why() throws Exception {
        RunRecord record =
                end(start(Duration.ofHours(2).toMillis(), Duration.ofMinutes(10), false));
        assertThat(record.status()).isEqualTo(RunRecord.Status.FAILED);
        assertThat(record.errorCode()).isEqualTo(Runner.TIME_LIMIT);
        assertThat(record.error()).contains("`a` waits 7200 s", "600 s at most", "deploy");
        assertThat(called).containsExactly("a");
    }

    @Test
    void a_sleeping_node_can_be_cancelled() throws Exception {
        Run run = start(Duration.ofMinutes(5).toMillis(), Runner.LONGEST_RUN, false);
        while (events.stream().noneMatch(RunEvent.Waiting.class::isInstance)) {
            Thread.onSpinWait();
        }
        run.cancel();
        RunRecord record = end(run);
        assertThat(record.status()).isEqualTo(RunRecord.Status.CANCELLED);
        assertThat(record.trace())
                .filteredOn(entry -> entry.key().node().equals("a"))
                .extracting(TraceEntry::status)
                .containsExactly(TraceEntry.Status.FAILED);
    }
}
