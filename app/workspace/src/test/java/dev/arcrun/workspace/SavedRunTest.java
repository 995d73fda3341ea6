package dev.arcrun.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arcrun.engine.run.RunRecord;
import dev.arcrun.engine.value.Json;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SavedRunTest {
    @TempDir Path folder;

    private SavedRun read(String yaml) {
        Path file = folder.resolve("run.yaml");
        TextFile.write(file, yaml);
        return SavedRun.read(file);
    }

    @Test
    void what_is_not_expected_is_not_compared() {
        SavedRun saved = read("recipe: r\nexpect: { status: succeeded }\n");
        assertThat(saved.name()).isEqualTo("run.yaml");
        assertThat(saved.input()).isEqualTo(Json.Obj.EMPTY);
        assertThat(saved.differences(record(Json.of("anything")))).isEmpty();
    }

    @Test
    void a_difference_says_what_was_and_what_was_expected() {
        SavedRun saved = read("recipe: r\nexpect: { status: failed, data: { n: 1 } }\n");
        assertThat(saved.differences(record(Json.object("n", Json.of(2)))))
                .containsExactly("status is \"succeeded\", expected \"failed\"", "data is {\"n\":2}, expected {\"n\":1}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "expect: {} | `recipe` names the recipe",
                "recipe: r | `expect` says what the run must give",
                "{ recipe: r, expect: {}, mock: {} } | nobody knows the key `mock`",
                "{ recipe: r, expect: { result: 1 } } | nobody knows the key `result`",
                "{ recipe: r, expect: {}, mocks: [1] } | `mocks` maps nodes",
                "[] | keys and values"
            })
    void a_file_that_is_no_saved_run_says_what_is_wrong(String yaml, String message) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(WorkspaceException.class)
                .hasMessageContaining("run.yaml")
                .hasMessageContaining(message);
    }

    private static RunRecord record(Json data) {
        return new RunRecord(
                "id", "r", RunRecord.Status.SUCCEEDED, Instant.EPOCH, 1, Json.Obj.EMPTY, data, null, null, null, 0, List.of());
    }
}
