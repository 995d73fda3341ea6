package dev.arcrun.engine.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.sandbox.SandboxSettings.Compilation;
import dev.arcrun.engine.value.JsonWriter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts ask the host how far clocks are from UTC. */
class ZoneOffsetsTest {
    private static final Sandbox SANDBOX =
            new Sandbox(new SandboxSettings(2, null, Compilation.NEVER));

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @ParameterizedTest
    @CsvSource({
        "Asia/Taipei, 1714979289, 28800",
        "America/New_York, 1704067200, -18000",
        "America/New_York, 1720000000, -14400",
        "Asia/Kolkata, 0, 19800",
        "UTC, -62135596800, 0",
        "Europe/Berlin, 253402300799, 3600"
    })
    void a_zone_has_an_offset_at_a_unix_time(String zone, long second, int offset) {
        assertThat(ask("\"zone\":\"" + zone + "\",\"unix_s\":" + second))
                .isEqualTo("{\"ok\":true,\"offset_s\":" + offset + "}");
    }

    @ParameterizedTest
    @CsvSource({
        "Asia/Taipei, 2024-05-06T07:08:09, 28800, unique",
        "America/New_York, 2024-03-10T01:59:59, -18000, unique",
        "America/New_York, 2024-03-10T02:30:00, -18000, gap",
        "America/New_York, 2024-03-10T03:00:00, -14400, unique",
        "America/New_York, 2024-11-03T01:30:00, -14400, overlap",
        "America/New_York, 2024-11-03T02:00:00, -18000, unique",
        "Pacific/Apia, 2011-12-30T12:00:00, -36000, gap"
    })
    void a_local_time_is_there_once_or_twice_or_never(
            String zone, String local, int offset, String kind) {
        assertThat(ask("\"zone\":\"" + zone + "\",\"local\":\"" + local + "\""))
                .isEqualTo("{\"ok\":true,\"offset_s\":" + offset + ",\"kind\":\"" + kind + "\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Asia/Nowhere",
                "asia/taipei",
                "+08:00",
                "GMT+8",
                "",
                "\\u001b[31m",
                "../UTC"
            })
    void only_names_of_the_database_are_known(String zone) {
        String told = ask("\"zone\":\"" + zone + "\",\"unix_s\":0");

        assertThat(told)
                .startsWith("{\"ok\":false,\"error\":\"There is no time zone")
                .endsWith("\"error_code\":\"UNKNOWN_TIME_ZONE\"}");
        assertThat(told).doesNotContain("\u001b").doesNotContain("\\u001b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"unix_s\":0",
                "\"zone\":1,\"unix_s\":0",
                "\"zone\":\"UTC\"",
                "\"zone\":\"UTC\",\"unix_s\":\"0\"",
                "\"zone\":\"UTC\",\"unix_s\":0.5",
                "\"zone\":\"UTC\",\"unix_s\":1e300",
                "\"zone\":\"UTC\",\"local\":5",
                "\"zone\":\"UTC\",\"local\":\"2024-05-06\"",
                "\"zone\":\"UTC\",\"local\":\"2024-02-30T00:00:00\"",
                "\"zone\":\"UTC\",\"local\":\"2024-05-06T24:00:00\"",
                "\"zone\":\"UTC\",\"local\":\"2024-05-06T07:08:09Z\"",
                "\"zone\":\"UTC\",\"local\":\"\uff12\uff10\uff12\uff14-05-06T07:08:09\""
            })
    void a_question_that_makes_no_sense_is_refused(String question) {
        assertThat(ask(question))
                .startsWith("{\"ok\":false,\"error\":\"")
                .endsWith("\"error_code\":\"INVALID_REQUEST\"}");
    }

    @Test
    void a_question_counts_as_a_call_of_the_host() {
        CallResult called = call(Guests.asking(request("\"zone\":\"Asia/Taipei\",\"unix_s\":0")));

        HostCall recorded = called.stats().hostCalls().getFirst();
        assertThat(recorded.op()).isEqualTo("time_zone");
        assertThat(recorded.target()).isEqualTo("Asia/Taipei");
        assertThat(recorded.failure()).isNull();
    }

    private static String ask(String question) {
        return JsonWriter.compact(call(Guests.asking(request(question))).result());
    }

    private static String request(String question) {
        return "{\"op\":\"time_zone\"," + question + "}";
    }

    private static CallResult call(WasmModuleBuilder part) {
        return SANDBOX.call(Guests.load(part), new byte[0], Limits.DEFAULT, HostServices.NONE);
    }
}
