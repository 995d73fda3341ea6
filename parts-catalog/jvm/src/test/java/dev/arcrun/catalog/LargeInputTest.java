package dev.arcrun.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.sandbox.CallResult;
import dev.arcrun.engine.sandbox.HostServices;
import dev.arcrun.engine.sandbox.HttpAnswer;
import dev.arcrun.engine.sandbox.HttpCall;
import dev.arcrun.engine.sandbox.Limits;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every part handles an input of 4 MiB in 64 MiB of memory, also one made of tiny values. */
class LargeInputTest {
    private static final int SIZE = 4 * 1024 * 1024;
    private static final Limits ROOMY =
            Limits.DEFAULT
                    .withComputing(Duration.ofSeconds(60))
                    .withWall(Duration.ofMinutes(2))
                    .withOutputBytes(32 * 1024 * 1024);
    private static final Parts PARTS = new Parts();

    @AfterAll
    static void close() {
        PARTS.close();
    }

    private record Large(String part, String name, String input) {}

    @TestFactory
    Stream<DynamicTest> a_part_handles_4_MiB_in_64_MiB() {
        String key = "\"condition\":{\"key\":";
        return Stream.of(
                        new Large(
                                "set",
                                "one text",
                                "{\"values\":{\"a\":\"" + fill("x", "") + "\"}}"),
                        new Large("set", "many names", "{\"values\":" + names() + "}"),
                        new Large(
                                "set",
                                "many assignments",
                                "{\"assignments\":["
                                        + fill("{\"key\":\"a\",\"value\":1}", ",")
                                        + "]}"),
                        new Large(
                                "merge",
                                "many objects",
                                "{\"inputs\":[" + fill("{\"a\":1}", ",") + "]}"),
                        new Large(
                                "merge",
                                "many deep objects",
                                "{\"deep\":true,\"inputs\":["
                                        + fill("{\"a\":{\"b\":1}}", ",")
                                        + "]}"),
                        new Large(
                                "if_control",
                                "long text",
                                "{\"condition\":\"x contains b\",\"input\":{\"x\":\""
                                        + fill("a", "")
                                        + "\"}}"),
                        new Large(
                                "switch",
                                "many cases",
                                "{\"value\":1,\"cases\":["
                                        + fill("{\"match\":\"a\",\"branch\":\"b\"}", ",")
                                        + "]}"),
                        new Large(
                                "filter",
                                "many objects",
                                "{"
                                        + key
                                        + "\"a\",\"op\":\"eq\",\"value\":\"x\"},\"items\":["
                                        + fill("{\"a\":\"x\"}", ",")
                                        + "]}"),
                        new Large(
                                "filter",
                                "many lists",
                                "{"
                                        + key
                                        + "\".\",\"op\":\"contains\",\"value\":1},\"items\":["
                                        + fill("[1]", ",")
                                        + "]}"),
                        new Large(
                                "filter",
                                "escaped texts",
                                "{"
                                        + key
                                        + "\".\",\"op\":\"matches\",\"value\":\"\\\\n\"},\"items\":["
                                        + fill("\"\\n\"", ",")
                                        + "]}"),
                        new Large("string_ops", "upper", text("upper", fill("中", ""), "{}")),
                        new Large("string_ops", "lower", text("lower", fill("Σ", ""), "{}")),
                        new Large(
                                "string_ops",
                                "split",
                                text("split", fill("a,", ""), "{\"separator\":\",\"}")),
                        new Large(
                                "string_ops",
                                "split into characters",
                                text("split", fill("a", ""), "{\"separator\":\"\"}")),
                        new Large(
                                "string_ops",
                                "replace with a long pattern",
                                text(
                                        "replace",
                                        fill("a", ""),
                                        "{\"from\":\"" + "a".repeat(100_000) + "b\",\"to\":\"\"}")),
                        new Large(
                                "string_ops",
                                "join",
                                "{\"operation\":\"join\",\"input\":["
                                        + fill("\"\\n\"", ",")
                                        + "]}"),
                        new Large(
                                "foreach_control",
                                "tiny items",
                                "{\"items\":[" + fill("1", ",") + "]}"),
                        new Large(
                                "try_catch",
                                "long result",
                                "{\"result\":[" + fill("1", ",") + "]}"),
                        new Large("wait", "many names", "{\"ms\":1,\"context\":" + names() + "}"),
                        new Large(
                                "cron",
                                "long description",
                                "{\"cron_expr\":\"* * * * *\",\"description\":\""
                                        + fill("\\n", "")
                                        + "\"}"),
                        list("sort", fill("1", ","), "{}"),
                        list("sort", fill("\"\\n\"", ","), "{\"direction\":\"desc\"}"),
                        list("sort", fill("{\"a\":\"x\"}", ","), "{\"path\":[\"a\",\"b\"]}"),
                        list("unique", numbers(".5"), "{}"),
                        list("unique", "{\"a\":" + names() + "}", "{}"),
                        list("group_by", fill("1.0", ","), "{\"path\":\".\"}"),
                        list("group_by", numbers(".5"), "{\"path\":\".\"}"),
                        list("count_by", fill("\"\\n\"", ","), "{\"path\":\".\"}"),
                        list("median", fill("1", ","), "{}"),
                        list("difference", "1", "{\"items\":[" + numbers("") + "]}"),
                        list("zip", fill("1", ","), "{\"items\":[1]}"),
                        list("map", fill("{\"a\":1}", ","), "{\"path\":{\"b\":\"a\"}}"),
                        list("to_objects", "[\"a\",\"b\"]," + fill("[1,2]", ","), "{}"),
                        list("to_rows", fill("{\"a\":1,\"\\n\":2}", ","), "{}"),
                        new Large(
                                "date_ops",
                                "long text",
                                "{\"operation\":\"format\",\"input\":1,\"x\":\""
                                        + fill("a", "")
                                        + "\"}"),
                        new Large(
                                "hash",
                                "sha256",
                                "{\"operation\":\"sha256\",\"input\":\"" + fill("a", "") + "\"}"),
                        new Large(
                                "csv",
                                "parse",
                                "{\"operation\":\"parse\",\"text\":\""
                                        + fill("a,b\\n", "")
                                        + "\"}"),
                        new Large(
                                "csv",
                                "write",
                                "{\"operation\":\"write\",\"rows\":["
                                        + fill("[\"-\"]", ",")
                                        + "]}"),
                        new Large(
                                "text_template",
                                "many items",
                                "{\"template\":\"{{#each a as x}}{{x}}{{/each}}\",\"values\":{\"a\":["
                                        + fill("1", ",")
                                        + "]}}"),
                        new Large(
                                "text_template",
                                "many tags",
                                "{\"values\":{\"a\":1},\"template\":\""
                                        + fill("{{a}}", "")
                                        + "\"}"),
                        new Large(
                                "validate_json",
                                "many numbers",
                                "{\"schema\":{\"items\":{\"type\":\"integer\"}},\"value\":["
                                        + fill("1", ",")
                                        + "]}"),
                        new Large(
                                "json_path",
                                "descent",
                                "{\"path\":\"$..a\",\"input\":[" + fill("{\"b\":1}", ",") + "]}"),
                        new Large(
                                "xml_to_json",
                                "many elements",
                                "{\"xml\":\"<r>" + fill("<a/>", "") + "</r>\"}"),
                        new Large(
                                "html_text",
                                "many paragraphs",
                                "{\"html\":\"" + fill("<p>x", "") + "\"}"),
                        new Large(
                                "number_ops",
                                "unused text",
                                "{\"operation\":\"add\",\"input\":1,\"x\":\""
                                        + fill("a", "")
                                        + "\"}"))
                .map(large ->
                        DynamicTest.dynamicTest(
                                large.part + ": " + large.name, () -> check(large)));
    }

    @Test
    void an_old_built_in_gives_4_MiB_back() {
        for (String id : Parts.BARE) {
            CallResult called =
                    PARTS.sandbox()
                            .call(
                                    Parts.module(id),
                                    names().getBytes(StandardCharsets.UTF_8),
                                    ROOMY,
                                    HostServices.NONE);
            assertThat(called.result().get("k1")).as(id).isEqualTo(Json.of(1));
        }
    }

    @Test
    void a_value_too_large_to_store_is_a_failure_with_its_code() {
        for (int size : new int[] {24_999, SIZE}) {
            Json.Obj input =
                    Json.object(
                            "operation", Json.of("set"),
                            "key", Json.of("k"),
                            "value", Json.of("x".repeat(size)));
            assertThat(PARTS.run("store", input).get("error_code"))
                    .isEqualTo(Json.of("VALUE_TOO_LARGE"));
        }
    }

    @Test
    void http_request_sends_4_MiB_and_reads_a_long_answer() {
        byte[] answer =
                JsonWriter.compact(Json.object("a", Json.of("x".repeat(SIZE / 2))))
                        .getBytes(StandardCharsets.UTF_8);
        HostServices host =
                new HostServices() {
                    @Override
                    public HttpAnswer http(HttpCall call) {
                        assertThat(call.body()).hasSizeGreaterThan(SIZE - 100);
                        return new HttpAnswer(200, List.of(), answer);
                    }
                };
        String input =
                "{\"url\":\"https://e.test/\",\"method\":\"PUT\",\"body\":\""
                        + fill("x", "")
                        + "\"}";
        CallResult called =
                PARTS.sandbox()
                        .call(
                                Parts.module("http_request"),
                                input.getBytes(StandardCharsets.UTF_8),
                                ROOMY,
                                host);
        assertThat(called.result().get("success")).as(start(called)).isEqualTo(Json.TRUE);
    }

    @Test
    void more_than_the_memory_holds_is_a_failure_with_its_code() {
        CallResult called =
                PARTS.sandbox()
                        .call(
                                Parts.module("string_ops"),
                                text("upper", fill("x", ""), "{}").getBytes(StandardCharsets.UTF_8),
                                ROOMY.withMemoryMiB(6),
                                HostServices.NONE);
        assertThat(called.result().get("error_code")).isEqualTo(Json.of("MEMORY_LIMIT"));
    }

    private static void check(Large large) {
        CallResult called =
                PARTS.sandbox()
                        .call(
                                Parts.module(large.part),
                                large.input.getBytes(StandardCharsets.UTF_8),
                                ROOMY,
                                HostServices.NONE);
        assertThat(called.result().get("success")).as(start(called)).isEqualTo(Json.TRUE);
    }

    private static String start(CallResult called) {
        String text = JsonWriter.compact(called.result());
        return text.substring(0, Math.min(300, text.length()));
    }

    private static String text(String operation, String input, String args) {
        return "{\"operation\":\"%s\",\"input\":\"%s\",\"args\":%s}"
                .formatted(operation, input, args);
    }

    private static Large list(String operation, String items, String args) {
        String input =
                "{\"operation\":\"%s\",\"input\":[%s],\"args\":%s}"
                        .formatted(operation, items, args);
        String name = operation + " of " + items.substring(0, Math.min(20, items.length()));
        return new Large("array_ops", name, input);
    }

    /** Different numbers, each with that end. */
    private static String numbers(String end) {
        return IntStream.range(1_000_000, 1_000_000 + SIZE / (8 + end.length()))
                .mapToObj(i -> i + end)
                .collect(Collectors.joining(","));
    }

    /** So many of a piece that they take 4 MiB. */
    private static String fill(String piece, String separator) {
        int count = SIZE / (piece + separator).getBytes(StandardCharsets.UTF_8).length;
        return (piece + separator).repeat(count - 1) + piece;
    }

    private static String names() {
        var object = new StringBuilder("{\"0\":1");
        IntStream.range(0, SIZE / 12).forEach(i -> object.append(",\"k").append(i).append("\":1"));
        return object.append('}').toString();
    }
}
