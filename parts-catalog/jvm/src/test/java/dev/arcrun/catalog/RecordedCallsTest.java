package dev.arcrun.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.sandbox.HostServices;
import dev.arcrun.engine.sandbox.HttpAnswer;
import dev.arcrun.engine.sandbox.HttpCall;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonReader;
import dev.arcrun.engine.value.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What recipes rely on: the recorded calls of the published parts. */
class RecordedCallsTest {
    private static final Path FOLDER = Path.of("..", "conformance");
    private static final Parts PARTS = new Parts();

    @AfterAll
    static void close() {
        PARTS.close();
    }

    @TestFactory
    Stream<DynamicTest> a_recorded_call_gives_at_least_what_it_gave() throws IOException {
        Map<String, Json.Obj> deviations = new HashMap<>();
        for (Json.Obj line : lines("deviations.jsonl")) {
            deviations.put(key(line), line);
        }
        List<Json.Obj> recorded = lines("parts-io.jsonl");
        return IntStream.range(0, recorded.size())
                .filter(i -> Parts.OURS.contains(text(recorded.get(i), "part")))
                .mapToObj(i -> {
                    Json.Obj line = recorded.get(i);
                    Json.Obj deviation = deviations.get(key(line));
                    return DynamicTest.dynamicTest(
                            "line " + (i + 1) + " " + text(line, "part"),
                            () -> check(line, deviation));
                });
    }

    @Test
    void every_deviation_is_of_a_recorded_call_and_has_a_reason() throws IOException {
        List<String> recorded =
                lines("parts-io.jsonl").stream().map(RecordedCallsTest::key).toList();
        for (Json.Obj deviation : lines("deviations.jsonl")) {
            assertThat(recorded).contains(key(deviation));
            assertThat(text(deviation, "reason")).isNotBlank();
        }
    }

    private static void check(Json.Obj line, Json.@Nullable Obj deviation) {
        Json.Obj result =
                PARTS.call(
                                text(line, "part"),
                                JsonWriter.compact(Objects.requireNonNull(line.get("input"))),
                                answering(line))
                        .result();
        Json.Obj output = (Json.Obj) Objects.requireNonNull(line.get("output"));
        if (deviation == null && Json.FALSE.equals(output.get("success"))) {
            assertThat(result.get("success")).isEqualTo(Json.FALSE);
            assertThat(text(result, "error_code")).matches("[A-Z][A-Z_]+");
            assertThat(text(result, "error")).isNotBlank();
            return;
        }
        assertThat(result.get("success")).as(JsonWriter.compact(result)).isEqualTo(Json.TRUE);
        Json.Obj told = deviation == null ? output : deviation;
        Json wanted = told.get("data");
        // Some published parts answered without `data`: then the whole result has their fields.
        boolean held = wanted == null ? holds(result, told) : holds(result.get("data"), wanted);
        assertThat(held)
                .as("%s holds %s", JsonWriter.compact(result), JsonWriter.compact(told))
                .isTrue();
    }

    /** Whether a value has at least the fields and values of another. */
    private static boolean holds(@Nullable Json value, Json wanted) {
        return switch (wanted) {
            case Json.Obj object ->
                    value instanceof Json.Obj ours
                            && object.members().entrySet().stream()
                                    .allMatch(it -> holds(ours.get(it.getKey()), it.getValue()));
            case Json.Arr(List<Json> items) ->
                    value instanceof Json.Arr(List<Json> ours)
                            && ours.size() == items.size()
                            && IntStream.range(0, items.size())
                                    .allMatch(i -> holds(ours.get(i), items.get(i)));
            default -> wanted.equals(value);
        };
    }

    private static HostServices answering(Json.Obj line) {
        Json host = line.get("host");
        Json body = host instanceof Json.Obj object ? object.get("http_response") : null;
        return new HostServices() {
            @Override
            public HttpAnswer http(HttpCall call) {
                String text =
                        body instanceof Json.Str(String words)
                                ? words.equals("65000 x") ? "x".repeat(65_000) : words
                                : JsonWriter.compact(Objects.requireNonNull(body));
                return new HttpAnswer(200, List.of(), text.getBytes(StandardCharsets.UTF_8));
            }
        };
    }

    private static List<Json.Obj> lines(String file) throws IOException {
        return Files.readAllLines(FOLDER.resolve(file)).stream()
                .map(line -> (Json.Obj) JsonReader.read(line))
                .toList();
    }

    private static String key(Json.Obj line) {
        return text(line, "part") + JsonWriter.compact(Objects.requireNonNull(line.get("input")));
    }

    private static String text(Json.Obj object, String name) {
        return object.get(name) instanceof Json.Str(String text) ? text : "";
    }
}
