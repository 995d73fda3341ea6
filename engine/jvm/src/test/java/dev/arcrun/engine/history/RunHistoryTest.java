package dev.arcrun.engine.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arcrun.engine.recipe.Recipe;
import dev.arcrun.engine.run.CallReport;
import dev.arcrun.engine.run.RunRecord;
import dev.arcrun.engine.run.RunRequest;
import dev.arcrun.engine.schedule.CallKey;
import dev.arcrun.engine.schedule.Event;
import dev.arcrun.engine.schedule.RunContext;
import dev.arcrun.engine.schedule.TraceEntry;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunHistoryTest {
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final CallKey CALL = new CallKey("fetch", List.of(2, 0));

    @TempDir Path folder;

    @Test
    void a_run_is_found_again_with_its_trace_events_and_reports() {
        var entry =
                new TraceEntry(
                        CALL,
                        "http_request",
                        TraceEntry.Status.HANDLED,
                        2,
                        5,
                        17,
                        Json.object("url", Json.of("https://a.test/")),
                        Json.object("success", Json.FALSE),
                        "HTTP 404",
                        "HTTP_404",
                        List.of("x.y"));
        RunRecord record = record("r1", NOON, RunRecord.Status.SUCCEEDED, List.of(entry));
        List<Event> events =
                List.of(
                        new Event.Started(1),
                        new Event.CallFinished(2, CALL, 1, Json.object("success", Json.FALSE)),
                        new Event.TimerFired(3, CALL, 2),
                        new Event.Resumed(4, "task", Json.of("ok")),
                        new Event.Cancelled(5));
        var report = new CallReport("log\n", List.of(Json.object("op", Json.of("http"))), 3, 65536);
        try (RunHistory history = RunHistory.open(folder.resolve("deep/runs.db"))) {
            begin(history, "r1", NOON);
            events.forEach(event -> history.happened("r1", event));
            history.reported("r1", CALL, 2, report);
            history.ended(record);
        }
        try (RunHistory history = RunHistory.open(folder.resolve("deep/runs.db"))) {
            assertThat(history.find("r1")).isEqualTo(record);
            StoredRun stored = Objects.requireNonNull(history.stored("r1"));
            assertThat(stored.events()).isEqualTo(events);
            assertThat(stored.source()).isEqualTo("name: demo\n");
            assertThat(stored.context().input()).isEqualTo(Json.of("in"));
            assertThat(history.reports("r1"))
                    .containsExactly(new StoredReport("fetch[2,0]", 2, report));
        }
    }

    @Test
    void a_result_as_deep_as_results_may_be_is_read_again() {
        Json deep = Json.of("bottom");
        for (int level = 1; level < JsonReader.MAX_DEPTH; level++) {
            deep = Json.array(deep);
        }
        var entry =
                new TraceEntry(
                        CALL,
                        "part",
                        TraceEntry.Status.SUCCEEDED,
                        1,
                        0,
                        1,
                        null,
                        deep,
                        null,
                        null,
                        List.of());
        try (RunHistory history = RunHistory.open(folder.resolve("runs.db"))) {
            begin(history, "r1", NOON);
            history.happened("r1", new Event.CallFinished(1, CALL, 1, deep));
            history.ended(record("r1", NOON, RunRecord.Status.SUCCEEDED, List.of(entry)));
            assertThat(Objects.requireNonNull(history.find("r1")).trace().getFirst().output())
                    .isEqualTo(deep);
            assertThat(Objects.requireNonNull(history.stored("r1")).events()).hasSize(1);
        }
    }

    @Test
    void newest_runs_come_first_and_can_be_asked_by_recipe() {
        try (RunHistory history = RunHistory.open(folder.resolve("runs.db"))) {
            for (int i = 0; i < 5; i++) {
                begin(history, "r" + i, NOON.plusSeconds(i));
                history.ended(
                        record("r" + i, NOON.plusSeconds(i), RunRecord.Status.FAILED, List.of()));
            }
            assertThat(history.newest(2)).extracting(RunRecord::runId).containsExactly("r4", "r3");
            assertThat(history.newest("demo", 9)).hasSize(5);
            assertThat(history.newest("other", 9)).isEmpty();
            assertThat(history.find("r9")).isNull();
            assertThat(history.stored("r9")).isNull();
        }
    }

    @Test
    void a_run_that_goes_on_in_this_process_is_not_lost() {
        Path file = folder.resolve("runs.db");
        try (RunHistory first = RunHistory.open(file)) {
            begin(first, "r1", NOON);
            first.ended(record("r0", NOON, RunRecord.Status.SUCCEEDED, List.of()));
            try (RunHistory second = RunHistory.open(file)) {
                RunRecord run = Objects.requireNonNull(second.find("r1"));
                assertThat(run.status()).isEqualTo(RunRecord.Status.RUNNING);
            }
        }
    }

    @Test
    void two_histories_on_one_file_write_side_by_side() throws Exception {
        Path file = folder.resolve("runs.db");
        List<Thread> writers =
                List.of("a", "b").stream()
                        .map(name ->
                                Thread.ofPlatform()
                                        .start(() -> {
                                            try (RunHistory history = RunHistory.open(file)) {
                                                for (int i = 0; i < 100; i++) {
                                                    begin(history, name + i, NOON);
                                                    history.ended(
                                                            record(
                                                                    name + i,
                                                                    NOON,
                                                                    RunRecord.Status.SUCCEEDED,
                                                                    List.of()));
                                                }
                                            }
                                        }))
                        .toList();
        for (Thread writer : writers) {
            writer.join();
        }
        try (RunHistory history = RunHistory.open(file)) {
            assertThat(history.newest(1000)).hasSize(200);
        }
    }

    @Test
    void a_history_of_a_newer_version_is_left_alone() throws Exception {
        Path file = folder.resolve("runs.db");
        RunHistory.open(file).close();
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = database.createStatement()) {
            statement.executeUpdate("PRAGMA user_version = 99");
        }
        assertThatThrownBy(() -> RunHistory.open(file))
                .isInstanceOf(HistoryException.class)
                .hasMessageContaining("newer Arcrun");
    }

    @Test
    void what_could_not_be_written_is_told_at_the_end_of_the_run_and_the_next_run_is_kept() {
        try (RunHistory history = RunHistory.open(folder.resolve("runs.db"))) {
            begin(history, "r1", NOON);
            begin(history, "r1", NOON);
            assertThatThrownBy(() ->
                            history.ended(
                                    record("r1", NOON, RunRecord.Status.SUCCEEDED, List.of())))
                    .isInstanceOf(HistoryException.class)
                    .hasMessageContaining("can't be written");
            begin(history, "r2", NOON);
            history.ended(record("r2", NOON, RunRecord.Status.SUCCEEDED, List.of()));
            assertThat(history.find("r2")).isNotNull();
        }
    }

    @Test
    void a_file_that_is_no_database_is_refused_and_left_alone() throws Exception {
        Path file = folder.resolve("runs.db");
        Files.writeString(file, "This is a letter, not a database. ".repeat(100));
        String before = Files.readString(file);
        assertThatThrownBy(() -> RunHistory.open(file))
                .isInstanceOf(HistoryException.class)
                .hasMessageContaining("runs.db")
                .hasMessageContaining("Move the file away");
        assertThat(Files.readString(file)).isEqualTo(before);
    }

    private static void begin(RunHistory history, String id, Instant at) {
        history.began(
                new RunContext(id, Json.of("in"), "manual", null, "nonce", 0),
                RunRequest.manual(RECIPE, "name: demo\n", Json.of("in")),
                at);
    }

    private static final Recipe RECIPE =
            new Recipe(
                    "demo",
                    null,
                    true,
                    false,
                    false,
                    8,
                    null,
                    Json.Obj.EMPTY,
                    List.of(),
                    Map.of(),
                    List.of());

    private static RunRecord record(
            String id, Instant at, RunRecord.Status status, List<TraceEntry> trace) {
        return new RunRecord(
                id, "demo", status, at, 42, Json.of("in"), Json.of(1), null, null, null, 3, trace);
    }
}
