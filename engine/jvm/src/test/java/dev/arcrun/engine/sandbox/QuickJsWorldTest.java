package dev.arcrun.engine.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What user code finds around it, and what it can't change. */
class QuickJsWorldTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "require",
                "process",
                "console",
                "setTimeout",
                "crypto",
                "TextEncoder",
                "fetch",
                "std",
                "os",
                "print",
                "performance",
                "WebAssembly",
                "Deno",
                "module",
                "exports",
            })
    void nothing_of_a_host_is_there(String name) {
        assertThat(QuickJs.data("return typeof " + name)).isEqualTo(Json.of("undefined"));
    }

    @Test
    void what_published_recipes_look_for_is_as_they_know_it() {
        assertThat(
                        QuickJs.data(
                                "return typeof require + typeof process + typeof console"
                                        + " + typeof setTimeout + typeof Date + typeof crypto"
                                        + " + typeof TextEncoder"))
                .isEqualTo(
                        Json.of("undefinedundefinedundefinedundefinedfunctionundefinedundefined"));
    }

    @Test
    void modules_cannot_be_loaded() {
        assertThat(QuickJs.error("import('std'); return import('./x.js')"))
                .startsWith("The code returned a promise");
        assertThat(QuickJs.error("import x from 'std'")).startsWith("SyntaxError");
    }

    @Test
    void the_host_says_what_time_it_is() {
        assertThat(QuickJs.data("return [new Date(), Date.now(), new Date().getTimezoneOffset()]"))
                .isEqualTo(JsonReader.read("[\"2026-03-04T05:06:07.089Z\",1772600767089,0]"));
        assertThat(QuickJs.data("return new Date(2026, 6, 1).toISOString()"))
                .isEqualTo(Json.of("2026-07-01T00:00:00.000Z"));
    }

    @Test
    void random_numbers_come_from_the_host_and_differ_from_call_to_call() {
        Json.Obj code = Json.object("code", Json.of("return [Math.random(), Math.random()]"));

        assertThat(new QuickJs.Run(1).call(code)).isEqualTo(new QuickJs.Run(1).call(code));
        assertThat(new QuickJs.Run(1).call(code)).isNotEqualTo(new QuickJs.Run(2).call(code));
        assertThat(QuickJs.data("return Math.random() < 1")).isEqualTo(Json.TRUE);
    }

    @Test
    void a_call_leaves_nothing_for_the_next() {
        QuickJs.data("globalThis.left = 1; Object.prototype.left = 1; Array.prototype.left = 1");

        assertThat(QuickJs.data("return [typeof left, {}.left, [].left]"))
                .isEqualTo(JsonReader.read("[\"undefined\",null,null]"));
    }

    @Test
    void log_writes_lines_to_the_parts_log() {
        var run = new QuickJs.Run(1);
        run.call(
                Json.object(
                        "code",
                        Json.of(
                                "log('a', 1, {b: [2]}, null); log(undefined, () => 1, 10n);"
                                        + " log(new Error('x')); log()")));

        assertThat(run.log())
                .isEqualTo(
                        "a 1 {\"b\":[2]} null\nundefined () => 1 (can't be shown)\nError: x\n\n");
    }

    @Test
    void log_goes_on_after_a_value_that_throws() {
        var run = new QuickJs.Run(1);
        Json.Obj result =
                run.call(
                        Json.object(
                                "code",
                                Json.of("log({toJSON() { throw 1 }}, 'next'); return 'end'")));

        assertThat(run.log()).isEqualTo("(can't be shown) next\n");
        assertThat(result.get("data")).isEqualTo(Json.of("end"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "JSON.stringify = () => '{\"forged\":true}'; JSON.parse = () => ({})",
                "globalThis.JSON = undefined; globalThis.Object = undefined",
                "Array.prototype[Symbol.iterator] = () => { throw 1 }",
                "Function.prototype.call = Function.prototype.apply = () => 'forged'",
                "Object.defineProperty(Object.prototype, 'success', {get: () => false})",
                "Object.prototype.then = (f) => f('forged')",
                "globalThis.undefined = 5; globalThis.input = 'forged'",
                "Promise.prototype.then = null; globalThis.log = null",
            })
    void changing_built_in_objects_does_not_change_how_a_result_is_read(String change) {
        assertThat(QuickJs.data(change + "; return {real: input}", Json.of("given")))
                .isEqualTo(JsonReader.read("{\"real\":\"given\"}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "} , 5, function() {",
                "return 1 }, function() { return 2",
                "})(0); throw 1; (function(){",
                "/*",
                "`",
                "return 1 }",
            })
    void code_that_tries_to_leave_its_function_gains_nothing(String code) {
        Json.Obj result = QuickJs.run(code);

        assertThat(result.members().keySet()).containsAnyOf("data", "error");
        assertThat(result.get("error_code")).isIn(null, Json.of("CODE_ERROR"));
    }

    @Test
    void an_unpaired_surrogate_in_the_code_itself_is_replaced() {
        assertThat(QuickJs.data("return '\ud800'")).isEqualTo(Json.of("\ufffd"));
    }
}
