package dev.arcrun.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arcrun.engine.part.Component;
import dev.arcrun.engine.recipe.Recipe;
import dev.arcrun.engine.schedule.CallKey;
import dev.arcrun.engine.schedule.Command;
import dev.arcrun.engine.schedule.TraceEntry;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RunnerTest {
    private final BlockingQueue<Command.CallPart> called = new LinkedBlockingQueue<>();
    private final List<RunEvent> events = new ArrayList<>();

    private static final PartCaller ECHO = (asking, call) -> answer(call.input());

    private static PartCaller.Answer answer(Json data) {
        return new PartCaller.Answer(
                Json.object("success", Json.TRUE, "data", data), CallReport.NOTHING);
    }

    private Runner runner(PartCaller caller, Duration longest, RecipeSource recipes) {
        return new Runner(
                name ->
                        name.equals("trigger_workflow")
                                ? new Component.Workflow()
                                : new Component.Part(name, null),
                (asking, call) -> {
                    called.add(call);
                    return caller.call(asking, call);
                },
                recipes,
                RunRecorder.NONE,
                InstantSource.system(),
                longest);
    }

    private static String text(@Nullable Json value) {
        return value == null ? "nothing" : JsonWriter.compact(value);
    }

    private Run start(PartCaller caller, Recipe recipe, Json input) {
        return runner(caller, Runner.LONGEST_RUN, RecipeSource.NONE)
                .start(RunRequest.manual(recipe, "", input), events::add);
    }

    @Test
    void a_run_calls_its_parts_and_tells_what_happens_in_order() throws Exception {
        RunRecord run =
                start(ECHO, TestRecipes.chain("a", "b"), Json.object("x", Json.of(1))).done().get();
        assertThat(run.status()).isEqualTo(RunRecord.Status.SUCCEEDED);
        assertThat(run.trace())
                .extracting(entry -> entry.key().node())
                .containsSubsequence("a", "b");
        assertThat(events.getFirst()).isInstanceOf(RunEvent.Began.class);
        assertThat(events.getLast()).isEqualTo(new RunEvent.Ended(run.runId(), run));
    }

    @Test
    void a_cancelled_run_interrupts_what_is_under_way() throws Exception {
        Run run =
                start(
                        (asking, call) -> {
                            Thread.sleep(Duration.ofHours(1));
                            return answer(Json.NULL);
                        },
                        TestRecipes.chain("a", "b"),
                        Json.Obj.EMPTY);
        called.take();
        run.cancel();
        RunRecord record = run.done().get(10, TimeUnit.SECONDS);
        assertThat(record.status()).isEqualTo(RunRecord.Status.CANCELLED);
        assertThat(called).as("b was never called").isEmpty();
    }

    @Test
    void a_mocked_node_is_not_called() throws Exception {
        RunRequest request =
                RunRequest.manual(TestRecipes.chain("a", "b"), "", Json.Obj.EMPTY)
                        .withMocks(Map.of("a", Json.object("id", Json.of(7))));
        RunRecord run =
                runner(ECHO, Runner.LONGEST_RUN, RecipeSource.NONE)
                        .start(request, events::add)
                        .done()
                        .get();
        assertThat(called).extracting(call -> call.key().node()).containsExactly("b");
        assertThat(
                        text(
                                run.trace().stream()
                                        .filter(entry -> entry.key().node().equals("a"))
                                        .findFirst()
                                        .orElseThrow()
                                        .output()))
                .isEqualTo("{\"success\":true,\"data\":{\"id\":7}}");
    }

    @Test
    void a_held_call_goes_on_with_the_input_it_is_given() throws Exception {
        BlockingQueue<RunEvent.Held> held = new LinkedBlockingQueue<>();
        RunRequest request =
                RunRequest.manual(
                                TestRecipes.withParameter("a", "n", Json.of(1)), "", Json.Obj.EMPTY)
                        .stoppingAt(
                                List.of(
                                        new Breakpoint(
                                                "a", input -> Json.of(1).equals(input.get("n")))));
        Run run =
                runner(ECHO, Runner.LONGEST_RUN, RecipeSource.NONE)
                        .start(
                                request,
                                event -> {
                                    if (event instanceof RunEvent.Held call) {
                                        held.add(call);
                                    }
                                });
        CallKey key = held.take().key();
        assertThat(called).isEmpty();
        run.step(key, Json.object("n", Json.of(2)));
        assertThat(run.done().get(10, TimeUnit.SECONDS).status())
                .isEqualTo(RunRecord.Status.SUCCEEDED);
        assertThat(called.take().input().get("n")).isEqualTo(Json.of(2));
    }

    @Test
    void a_breakpoint_whose_condition_does_not_hold_stops_nothing() throws Exception {
        RunRequest request =
                RunRequest.manual(TestRecipes.chain("a", "b"), "", Json.Obj.EMPTY)
                        .stoppingAt(List.of(new Breakpoint("b", input -> false)));
        RunRecord run =
                runner(ECHO, Runner.LONGEST_RUN, RecipeSource.NONE)
                        .start(request, events::add)
                        .done()
                        .get(10, TimeUnit.SECONDS);
        assertThat(run.status()).isEqualTo(RunRecord.Status.SUCCEEDED);
        assertThat(events).noneMatch(RunEvent.Held.class::isInstance);
    }

    @Test
    void calls_that_become_ready_in_a_pause_are_held_until_the_run_proceeds() throws Exception {
        var pausing = new CompletableFuture<Run>();
        BlockingQueue<CallKey> held = new LinkedBlockingQueue<>();
        PartCaller pauses =
                (asking, call) -> {
                    if (call.key().node().equals("a")) {
                        pausing.join().pause();
                    }
                    return answer(Json.NULL);
                };
        Run run =
                runner(pauses, Runner.LONGEST_RUN, RecipeSource.NONE)
                        .start(
                                RunRequest.manual(TestRecipes.chain("a", "b"), "", Json.Obj.EMPTY),
                                event -> {
                                    if (event instanceof RunEvent.Held(_, CallKey key, _, _)) {
                                        held.add(key);
                                    }
                                });
        pausing.complete(run);
        assertThat(held.take().node()).isEqualTo("b");
        assertThat(called).extracting(call -> call.key().node()).containsExactly("a");
        run.proceed();
        assertThat(run.done().get(10, TimeUnit.SECONDS).status())
                .isEqualTo(RunRecord.Status.SUCCEEDED);
    }

    @Test
    void a_waiting_node_is_resumed_once() throws Exception {
        BlockingQueue<String> tasks = new LinkedBlockingQueue<>();
        PartCaller waits =
                (asking, call) ->
                        new PartCaller.Answer(
                                Json.object(
                                        "success",
                                        Json.TRUE,
                                        "pending",
                                        Json.TRUE,
                                        "task_id",
                                        Json.of("t-1")),
                                CallReport.NOTHING);
        Run run =
                runner(waits, Runner.LONGEST_RUN, RecipeSource.NONE)
                        .start(
                                RunRequest.manual(TestRecipes.chain("a"), "", Json.Obj.EMPTY),
                                event -> {
                                    if (event instanceof RunEvent.Waiting(_, List<String> ids)) {
                                        tasks.addAll(ids);
                                    }
                                });
        String task = tasks.take();
        run.resume("another", Json.of("no"));
        run.resume(task, Json.object("success", Json.TRUE, "data", Json.of("yes")));
        run.resume(task, Json.object("success", Json.FALSE, "error", Json.of("late")));
        RunRecord record = run.done().get(10, TimeUnit.SECONDS);
        assertThat(record.status()).isEqualTo(RunRecord.Status.SUCCEEDED);
        assertThat(text(record.data())).contains("yes");
    }

    @Test
    void waits_can_be_skipped() throws Exception {
        PartCaller waits =
                (asking, call) ->
                        new PartCaller.Answer(
                                Json.object(
                                        "pending",
                                        Json.TRUE,
                                        "task_id",
                                        Json.of("t"),
                                        "data",
                                        Json.of("at once")),
                                CallReport.NOTHING);
        RunRecord record =
                runner(waits, Runner.LONGEST_RUN, RecipeSource.NONE)
                        .start(
                                RunRequest.manual(TestRecipes.chain("a"), "", Json.Obj.EMPTY)
                                        .skippingWaits(true),
                                event -> {})
                        .done()
                        .get(10, TimeUnit.SECONDS);
        assertThat(record.status()).isEqualTo(RunRecord.Status.SUCCEEDED);
        assertThat(text(record.data())).contains("at once");
    }

    @Test
    void a_run_that_takes_too_long_fails_with_its_code() throws Exception {
        PartCaller sleeps =
                (asking, call) -> {
                    Thread.sleep(Duration.ofHours(1));
                    return answer(Json.NULL);
                };
        RunRecord record =
                runner(sleeps, Duration.ofMillis(50), RecipeSource.NONE)
                        .start(
                                RunRequest.manual(TestRecipes.chain("a"), "", Json.Obj.EMPTY),
                                event -> {})
                        .done()
                        .get(10, TimeUnit.SECONDS);
        assertThat(record.status()).isEqualTo(RunRecord.Status.FAILED);
        assertThat(record.errorCode()).isEqualTo("RUN_TIME_LIMIT");
    }

    @Test
    void a_bug_of_the_host_ends_the_run_and_is_not_swallowed() {
        Run run =
                start(
                        (asking, call) -> {
                            throw new IllegalStateException("a bug");
                        },
                        TestRecipes.chain("a"),
                        Json.Obj.EMPTY);
        assertThatThrownBy(() -> run.done().get(10, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseMessage("a bug");
    }

    @Test
    void a_recipe_runs_another_and_gets_its_result() throws Exception {
        Recipe inner = TestRecipes.chain("inner");
        RecipeSource source =
                name -> name.equals("inner_recipe") ? new RecipeSource.Found(inner, "") : null;
        RunRecord record =
                runner(ECHO, Runner.LONGEST_RUN, source)
                        .start(
                                RunRequest.manual(
                                        TestRecipes.subflow("a", "inner_recipe"),
                                        "",
                                        Json.Obj.EMPTY),
                                events::add)
                        .done()
                        .get(10, TimeUnit.SECONDS);
        assertThat(record.status()).isEqualTo(RunRecord.Status.SUCCEEDED);
        assertThat(called).extracting(call -> call.key().node()).containsExactly("a", "inner");
    }

    @Test
    void another_recipe_gets_no_placeholder_that_works() throws Exception {
        Recipe inner = TestRecipes.chain("inner");
        Recipe outer = TestRecipes.calling("a", "inner_recipe", Json.of("{{credential.KEY}}"));
        runner(ECHO, Runner.LONGEST_RUN, name -> new RecipeSource.Found(inner, ""))
                .start(RunRequest.manual(outer, "", Json.Obj.EMPTY), events::add)
                .done()
                .get(10, TimeUnit.SECONDS);
        assertThat(called)
                .singleElement()
                .satisfies(call ->
                        assertThat(call.input().get("input"))
                                .isEqualTo(Json.of("«credential:KEY»")));
    }

    @Test
    void the_record_of_a_failed_run_goes_to_the_recipe_named_for_it_once() throws Exception {
        PartCaller fails =
                (asking, call) ->
                        new PartCaller.Answer(Failures.of("BROKEN", "no", ""), CallReport.NOTHING);
        Recipe tell = TestRecipes.failingOver("tell", "tell_recipe");
        RecipeSource source =
                name -> name.equals("tell_recipe") ? new RecipeSource.Found(tell, "") : null;
        RunRequest request =
                RunRequest.manual(TestRecipes.failingOver("a", "tell_recipe"), "", Json.Obj.EMPTY);
        Runner runner = runner(fails, Runner.LONGEST_RUN, source);

        runner.start(request, event -> {}).done().get(10, TimeUnit.SECONDS);
        assertThat(called).extracting(call -> call.key().node()).containsExactly("a", "tell");

        called.clear();
        runner.start(request.asTest(), event -> {}).done().get(10, TimeUnit.SECONDS);
        assertThat(called).extracting(call -> call.key().node()).containsExactly("a");
    }

    @Test
    void an_unknown_recipe_is_a_failure_of_the_node() throws Exception {
        RunRecord record =
                start(ECHO, TestRecipes.subflow("a", "nowhere"), Json.Obj.EMPTY)
                        .done()
                        .get(10, TimeUnit.SECONDS);
        assertThat(record.status()).isEqualTo(RunRecord.Status.FAILED);
        assertThat(record.trace().getLast().errorCode()).isEqualTo("UNKNOWN_RECIPE");
        assertThat(record.trace().getLast().status()).isEqualTo(TraceEntry.Status.FAILED);
    }
}
