package dev.arcrun.engine.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonReader;
import dev.arcrun.engine.value.JsonWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuickJsResultTest {

    @Test
    void the_code_is_the_body_of_a_function_with_input_in_scope() {
        assertThat(QuickJs.data("return {a: input.x + 1}", JsonReader.read("{\"x\":1}")))
                .isEqualTo(JsonReader.read("{\"a\":2}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "return undefined              | null",
                "return                        | null",
                "let a = 1                     | null",
                "return null                   | null",
                "return true                   | true",
                "return 0.1 + 0.2              | 0.30000000000000004",
                "return -0                     | 0",
                "return 1e21                   | 1e+21",
                "return 5e-324                 | 5e-324",
                "return 2 ** 53                | 9007199254740992",
                "return NaN                    | null",
                "return [1/0, -1/0, undefined] | [null,null,null]",
                "return {a: undefined, b: 1}   | {\"b\":1}",
                "return {f: () => 1}           | {}",
                "return {b: 1, 2: 1, 1: 1}     | {\"1\":1,\"2\":1,\"b\":1}",
                "return new Date(0)            | \"1970-01-01T00:00:00.000Z\"",
                "return {toJSON: () => 'mine'} | \"mine\"",
                "return new Map([[1, 2]])      | {}",
                "return 'zero\\0end'           | \"zero\\u0000end\"",
                "return '\\ud800'              | \"\\ud800\"",
                "return '😀' + 'é'             | \"😀é\"",
            })
    void a_result_is_what_json_stringify_gives(String code, String expected) {
        assertThat(JsonWriter.compact(QuickJs.data(code)))
                .isEqualTo(JsonWriter.compact(JsonReader.read(expected)));
    }

    @Test
    void input_comes_through_unchanged() {
        Json input =
                JsonReader.read(
                        """
                        {"text":"a\\u0000b\\ud83d\\ude00\\ud800\\u2028\\"\\\\","":1,"__proto__":{"x":1},
                         "numbers":[0,1.5,1e300,5e-324,-7,9007199254740993,0.1],"deep":[[[{}]]],
                         "2":true,"1":false,"none":null}\
                        """);

        assertThat(QuickJs.data("return input", input)).isEqualTo(input);
    }

    @Test
    void own_members_only_a_proto_key_is_data() {
        Json input = JsonReader.read("{\"__proto__\":{\"admin\":true}}");

        assertThat(QuickJs.data("return [input.admin, Object.keys(input)]", input))
                .isEqualTo(JsonReader.read("[null,[\"__proto__\"]]"));
    }

    @Test
    void a_result_as_deep_as_a_json_text_may_be_comes_through() {
        String nest = "let a = []; for (let i = 1; i < %d; i++) a = [a]; return a";

        assertThat(QuickJs.run(nest.formatted(JsonReader.MAX_DEPTH)).get("success"))
                .isEqualTo(Json.TRUE);
        assertThat(QuickJs.error(nest.formatted(JsonReader.MAX_DEPTH + 1)))
                .startsWith("The result can't be read: ")
                .contains("500");
    }

    @Test
    void blank_code_gives_null() {
        assertThat(QuickJs.run("")).isEqualTo(QuickJs.run(" \n "));
        assertThat(QuickJs.data("")).isEqualTo(Json.NULL);
    }

    @Test
    void code_may_end_with_a_comment() {
        assertThat(QuickJs.data("return 1 // one")).isEqualTo(Json.of(1));
    }

    @Test
    void sloppy_code_runs_and_strict_code_may_ask_to_be() {
        assertThat(QuickJs.data("x = 5; return x")).isEqualTo(Json.of(5));
        assertThat(QuickJs.run("'use strict'; x = 5; return x").get("error"))
                .isEqualTo(Json.of("ReferenceError: x is not defined (line 1)"));
    }
}
