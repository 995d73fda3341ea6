package dev.arcrun.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.run.RunRecord;
import dev.arcrun.engine.run.Runner;
import dev.arcrun.engine.value.Json;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReplayTest {
    private static RunRecord record(RunRecord.Status status, double data, @Nullable String code) {
        return new RunRecord(
                "id",
                "r",
                status,
                Instant.EPOCH,
                1,
                Json.Obj.EMPTY,
                Json.of(data),
                null,
                code,
                null,
                0,
                List.of());
    }

    @Test
    void another_end_or_another_result_is_a_difference() {
        RunRecord run = record(RunRecord.Status.SUCCEEDED, 1, null);
        assertThat(Replay.difference(run, run)).isNull();
        assertThat(Replay.difference(run, record(RunRecord.Status.SUCCEEDED, 2, null)))
                .contains("result");
        assertThat(Replay.difference(run, record(RunRecord.Status.FAILED, 1, "X")))
                .isEqualTo("it ended as failed, the run as succeeded");
    }

    @Test
    void a_run_whose_time_was_over_replays_as_one_that_was_stopped() {
        RunRecord stopped = record(RunRecord.Status.CANCELLED, 1, null);
        assertThat(
                        Replay.difference(
                                record(RunRecord.Status.FAILED, 1, Runner.TIME_LIMIT), stopped))
                .isNull();
        assertThat(Replay.difference(record(RunRecord.Status.FAILED, 1, "OTHER"), stopped))
                .isNotNull();
    }

    @Test
    void a_lost_run_has_no_end_to_compare_with() {
        RunRecord lost = record(RunRecord.Status.LOST, 1, "LOST");
        assertThat(Replay.difference(lost, record(RunRecord.Status.RUNNING, 2, null))).isNull();
    }
}
