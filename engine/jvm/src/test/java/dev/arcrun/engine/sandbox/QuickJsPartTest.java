package dev.arcrun.engine.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arcrun.engine.value.Json;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The part {@code code} called through the sandbox, like any other part. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuickJsPartTest {
    private static final String NEVER_ASKS =
            "Array.prototype.indexOf.call({length: 2 ** 53 - 1}, 1)";

    private final Sandbox sandbox =
            new Sandbox(new SandboxSettings(2, null, SandboxSettings.Compilation.NEVER));
    private final PartModule code = QuickJs.part();

    @AfterAll
    void close() {
        sandbox.close();
    }

    @Test
    void it_is_called_like_any_part() {
        CallResult result = call("{\"code\":\"log('seen', input); return input + 1\",\"input\":1}");

        assertThat(result.result())
                .isEqualTo(Json.object("success", Json.TRUE, "data", Json.of(2)));
        assertThat(result.failure()).isNull();
        assertThat(result.log()).isEqualTo("seen 1\n");
        assertThat(result.stats().compiled()).isTrue();
        assertThat(result.stats().outputBytes()).isEqualTo(1);
        assertThat(result.stats().peakPages()).isBetween(18, 64);
    }

    @Test
    void an_error_of_the_code_is_its_own_result_a_limit_is_the_hosts_failure() {
        assertThat(call("{\"code\":\"nope()\"}").failure()).isNull();
        assertThat(call("{}").failure()).isNull();
        assertThat(call("{\"code\":\"for(;;);\",\"limits\":{\"max_ticks\":1}}").failure())
                .isEqualTo(FailureCode.TIME_LIMIT);
    }

    @Test
    void wall_time_ends_what_counts_no_ticks() {
        CallResult result =
                call("{\"code\":\"" + NEVER_ASKS + "\",\"limits\":{\"timeout_ms\":50}}");

        assertThat(result.failure()).isEqualTo(FailureCode.TIMEOUT);
        assertThat(result.result().get("error_type")).isEqualTo(Json.of("TimeoutError"));
    }

    @Test
    void an_interrupted_caller_cancels_it() {
        Thread.currentThread().interrupt();
        CallResult result = call("{\"code\":\"" + NEVER_ASKS + "\"}");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(result.failure()).isEqualTo(FailureCode.CANCELLED);
    }

    @Test
    void the_interpreter_gives_the_same_result() throws PartLoadException {
        PartModule interpreted = PartModule.load(QuickJs.wasm());
        try (var slow =
                new Sandbox(new SandboxSettings(1, null, SandboxSettings.Compilation.NEVER))) {
            CallResult result =
                    slow.call(
                            interpreted,
                            utf8("{\"code\":\"return [...'a😀'].map(c => c.length)\"}"),
                            Limits.DEFAULT,
                            HostServices.NONE);

            assertThat(result.result().get("data")).isEqualTo(Json.array(Json.of(1), Json.of(2)));
            assertThat(result.stats().compiled()).isFalse();
        }
    }

    @Test
    void its_log_is_limited_and_shows_control_characters() {
        CallResult result =
                sandbox.call(
                        code,
                        utf8(
                                "{\"code\":\"log('\\\\u001b[31m'); for (;;) log('x'.repeat(999))\","
                                        + "\"limits\":{\"max_ticks\":50000}}"),
                        Limits.DEFAULT.withLogBytes(4096),
                        HostServices.NONE);

        assertThat(result.log())
                .startsWith("␛[31m\n")
                .contains("are left out")
                .hasSizeLessThan(5000);
    }

    @Test
    void the_calls_limits_hold_where_the_parameters_name_none() {
        CallResult result =
                sandbox.call(
                        code,
                        utf8("{\"code\":\"return 'x'.repeat(1000)\"}"),
                        Limits.DEFAULT.withOutputBytes(100),
                        HostServices.NONE);

        assertThat(result.failure()).isEqualTo(FailureCode.OUTPUT_LIMIT);
    }

    @Test
    void four_mebibytes_of_records_fit_the_usual_memory() {
        var records = new StringBuilder("{\"code\":\"return input.length\",\"input\":[");
        int count = 0;
        while (records.length() < 4 * 1024 * 1024) {
            records.append(count == 0 ? "" : ",")
                    .append("{\"id\":")
                    .append(count)
                    .append(",\"name\":\"customer ")
                    .append(count)
                    .append("\",\"total\":")
                    .append(count * 0.25)
                    .append(",\"tags\":[\"a\",\"b\"]}");
            count++;
        }

        assertThat(call(records.append("]}").toString()).result().get("data"))
                .isEqualTo(Json.of(count));
    }

    @Test
    void calls_run_side_by_side() {
        var results =
                IntStream.range(0, 8)
                        .parallel()
                        .mapToObj(n -> call("{\"code\":\"return input * 2\",\"input\":" + n + "}"))
                        .map(result -> result.result().get("data"))
                        .toList();

        assertThat(results).isEqualTo(IntStream.range(0, 8).mapToObj(n -> Json.of(n * 2)).toList());
    }

    @Test
    void only_this_very_file_gets_the_imports_of_quickjs() {
        byte[] changed = QuickJs.wasm();
        changed[changed.length - 1] ^= 1;

        assertThatThrownBy(() -> PartModule.load(changed))
                .isInstanceOf(PartLoadException.class)
                .hasMessageContaining("`env.");
    }

    @Test
    void its_imports_can_be_listed() {
        assertThat(code.imports()).hasSize(12).contains("env.host_call");
        assertThat(code.sha256()).isEqualTo(QuickJsModule.SHA256);
    }

    private CallResult call(String parameters) {
        return sandbox.call(code, utf8(parameters), Limits.DEFAULT, HostServices.NONE);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
