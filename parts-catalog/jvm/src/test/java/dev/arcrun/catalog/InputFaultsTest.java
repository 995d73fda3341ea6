package dev.arcrun.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.sandbox.CallResult;
import dev.arcrun.engine.sandbox.HostServices;
import dev.arcrun.engine.sandbox.HttpAnswer;
import dev.arcrun.engine.sandbox.HttpCall;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a part is sent, it answers with a result, never with a trap. */
class InputFaultsTest {
    private static final Parts PARTS = new Parts();
    private static final long[] SEEDS = {1, 20261122, 77};
    private static final HostServices WEB =
            new HostServices() {
                @Override
                public HttpAnswer http(HttpCall call) {
                    return new HttpAnswer(200, List.of(), "{}".getBytes(StandardCharsets.UTF_8));
                }
            };
    private static final List<Json> ODD =
            List.of(
                    Json.NULL,
                    Json.TRUE,
                    Json.of(-1),
                    Json.of(0.5),
                    Json.of(1e308),
                    Json.of(5e-324),
                    Json.of(""),
                    Json.of("NaN"),
                    Json.of("-"),
                    Json.of("1e999"),
                    Json.of("\ud800"),
                    Json.of("\udc00\ud800x\u0000"),
                    Json.of("((("),
                    Json.of("中".repeat(200)),
                    Json.array(),
                    Json.array(Json.NULL, Json.of(1), Json.of("x"), Json.array(), Json.Obj.EMPTY),
                    Json.Obj.EMPTY,
                    Json.object("", Json.of(1), "__proto__", Json.NULL, "key", Json.array()),
                    nested(200));

    static List<String> parts() {
        return Parts.OURS;
    }

    @AfterAll
    static void close() {
        PARTS.close();
    }

    @ParameterizedTest
    @MethodSource("parts")
    void an_input_without_a_required_field_fails_and_names_it(String id) {
        CatalogPart part = Parts.CATALOG.find(id).orElseThrow();
        for (String field : part.description().contract().required()) {
            Json.Obj result = PARTS.run(id, part.description().configExample().without(field));
            assertThat(result.get("error_code")).isEqualTo(Json.of("MISSING_FIELD"));
            assertThat(JsonWriter.compact(result)).contains("`" + field + "`");
        }
    }

    @ParameterizedTest
    @MethodSource("parts")
    void fields_of_any_kind_give_a_result_with_a_code_where_it_is_a_failure(String id) {
        Json.Obj example = Parts.CATALOG.find(id).orElseThrow().description().configExample();
        for (String field : fields(id)) {
            for (Json odd : ODD) {
                check(id, JsonWriter.compact(example.with(field, odd)));
            }
        }
        for (long seed : SEEDS) {
            var random = new SplittableRandom(seed);
            for (int i = 0; i < 60; i++) {
                String input = JsonWriter.compact(damaged(example, random));
                check(id, input);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("parts")
    void text_that_is_no_json_is_said_to_be_none(String id) {
        for (String input :
                List.of(
                        "",
                        " ",
                        "{",
                        "{\"a\":}",
                        "{\"a\":01}",
                        "{\"a\":\"\u0001\"}",
                        "[1,]",
                        "{}x",
                        "{\"a\" 1}",
                        "{\"a\":1,}",
                        "nul",
                        "\"\\u12\"",
                        "{\"a\":1e999}",
                        "{\"a\":-}",
                        "[".repeat(3_000_000),
                        "{\"a\":".repeat(500_000))) {
            CallResult called = PARTS.call(id, input, WEB);
            assertThat(called.failure())
                    .as(input.substring(0, Math.min(20, input.length())))
                    .isNull();
            assertThat(called.result().get("error_code")).isEqualTo(Json.of("INVALID_JSON"));
        }
        for (String input : List.of("1", "null", "[]", "\"x\"", " true ")) {
            assertThat(PARTS.run(id, input).get("error_code")).isEqualTo(Json.of("INVALID_INPUT"));
        }
    }

    private static void check(String id, String input) {
        CallResult called = PARTS.call(id, input, WEB);
        assertThat(called.failure()).as("%s with %s", id, input).isNull();
        Json.Obj result = called.result();
        if (Parts.BARE.contains(id)) {
            return;
        }
        if (Json.FALSE.equals(result.get("success"))) {
            assertThat(result.get("error_code")).as(input).isInstanceOf(Json.Str.class);
            assertThat(result.get("error")).as(input).isInstanceOf(Json.Str.class);
        } else {
            assertThat(result.get("data")).as(input).isNotNull();
        }
    }

    private static List<String> fields(String id) {
        Json properties =
                Parts.CATALOG
                        .find(id)
                        .orElseThrow()
                        .description()
                        .contract()
                        .inputSchema()
                        .get("properties");
        return List.copyOf(((Json.Obj) Objects.requireNonNull(properties)).members().keySet());
    }

    /** The value with some of its inner values replaced by odd ones. */
    private static Json damaged(Json value, SplittableRandom random) {
        return switch (value) {
            case Json.Obj object -> {
                Map<String, Json> members = new LinkedHashMap<>();
                object.members()
                        .forEach((name, inner) -> members.put(name, replaced(inner, random)));
                yield new Json.Obj(members);
            }
            case Json.Arr(List<Json> items) -> {
                List<Json> changed = new ArrayList<>();
                items.forEach(item -> changed.add(replaced(item, random)));
                yield Json.array(changed);
            }
            default -> value;
        };
    }

    private static Json replaced(Json value, SplittableRandom random) {
        return random.nextInt(4) == 0
                ? ODD.get(random.nextInt(ODD.size()))
                : damaged(value, random);
    }

    private static Json nested(int depth) {
        Json value = Json.of(1);
        for (int i = 0; i < depth; i++) {
            value = i % 2 == 0 ? Json.array(value) : Json.object("a", value);
        }
        return value;
    }
}
