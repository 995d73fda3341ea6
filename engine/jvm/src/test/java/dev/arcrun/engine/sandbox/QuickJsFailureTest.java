package dev.arcrun.engine.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.value.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuickJsFailureTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "null.x                          | TypeError: cannot read property 'x' of null (line 1)",
                "\\n\\n  nope()                  | ReferenceError: nope is not defined (line 3)",
                "throw new RangeError('too far') | RangeError: too far (line 1)",
                "throw new Error()               | Error (line 1)",
                "throw 'plain'                   | The code threw \"plain\"",
                "throw {code: 7}                 | The code threw {\"code\":7}",
                "throw undefined                 | The code threw undefined",
                "let s = 'x'; while (1) s += s   | InternalError: string too long (line 1)",
                "return 10n                      | TypeError: BigInt are forbidden in JSON.stringify",
                "let a = {}; a.a = a; return a   | TypeError: circular reference",
                "1 +\\n* 2                       | SyntaxError: unexpected token in expression: '*' (line 2)",
            })
    void an_error_in_the_code_is_told_with_its_line(String code, String error) {
        Json.Obj result = QuickJs.run(code.replace("\\n", "\n"));

        assertThat(QuickJs.error(result)).startsWith(error);
        assertThat(result.get("success")).isEqualTo(Json.FALSE);
        assertThat(result.get("error_code")).isEqualTo(Json.of("CODE_ERROR"));
        assertThat(result.get("error_type")).isEqualTo(Json.of("UserCodeError"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"return () => 1", "return Symbol('s')", "return Math.max"})
    void a_function_is_not_data(String code) {
        assertThat(QuickJs.error(code)).startsWith("The code returned a function or a symbol");
    }

    @ParameterizedTest
    @ValueSource(strings = {"return Promise.resolve(1)", "return (async () => 1)()"})
    void a_promise_is_refused_instead_of_becoming_an_empty_object(String code) {
        assertThat(QuickJs.error(code)).startsWith("The code returned a promise");
    }

    @Test
    void await_is_a_syntax_error() {
        assertThat(QuickJs.error("return await 1")).startsWith("SyntaxError:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"code\":null}",
                "{\"code\":5}",
                "{\"code\":\"\",\"limits\":5}",
                "{\"code\":\"\",\"limits\":{\"max_ticks\":0}}",
                "{\"code\":\"\",\"limits\":{\"memory_mb\":\"64\"}}",
                "{\"code\":\"\",\"limits\":{\"timeout_ms\":-1}}",
            })
    void parameters_that_break_the_contract_are_named(String parameters) {
        Json.Obj result = QuickJs.call(parameters);

        assertThat(result.get("error_code")).isEqualTo(Json.of("CONTRACT"));
        assertThat(result.get("error_type")).isEqualTo(Json.of("ContractError"));
        assertThat(QuickJs.error(result)).contains("`");
    }

    @Test
    void an_error_whose_message_throws_is_still_told() {
        Json.Obj result =
                QuickJs.run(
                        "throw Object.defineProperty(new Error('x'), 'message',"
                                + " {get() { throw 1 }})");

        assertThat(result.get("error"))
                .isEqualTo(Json.of("Error: an error that can't be shown (line 1)"));
    }
}
