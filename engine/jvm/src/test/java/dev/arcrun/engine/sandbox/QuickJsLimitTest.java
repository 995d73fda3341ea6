package dev.arcrun.engine.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.dylibso.chicory.runtime.ChicoryInterruptedException;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonReader;
import java.time.InstantSource;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuickJsLimitTest {

    @Test
    void a_million_turns_fit_the_usual_limits() {
        assertThat(QuickJs.data("let s=0;for(let i=0;i<1e6;i++)s+=i;return s"))
                .isEqualTo(Json.of(499999500000.0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while(true){}",
                "for(;;);",
                "(function f(){ try { while(true){} } finally { f() } })()",
                "while(true){ try { while(true){} } catch(e) {} }",
                "/^(a+)+$/.test('a'.repeat(40)+'b')",
                "[1].sort(function f(a, b){ while(true){} }); while(true) [1,2].map(x => x)",
                "return {toJSON(){ while(true){} }}",
                "throw {toString(){ while(true){} }, toJSON(){ while(true){} }}",
                "throw Object.defineProperty(new Error(), 'name', {get(){ while(true){} }})",
                "log({toJSON(){ while(true){} }})",
                "new Proxy({}, {get(){ while(true){} }}).x",
                "for (const x of {[Symbol.iterator]: () => ({next: () => ({done: false})})});",
                "while(true) eval('1')",
            })
    void what_never_ends_is_stopped_by_ticks(String code) {
        Json.Obj result = QuickJs.call(limited(code, "{\"max_ticks\":50000}"));

        assertThat(result.get("error_code")).isEqualTo(Json.of("TIME_LIMIT"));
        assertThat(result.get("error_type")).isEqualTo(Json.of("TimeoutError"));
        assertThat(QuickJs.error(result)).startsWith("The code was stopped after 50,000 ticks.");
    }

    @Test
    void the_first_ten_thousand_ticks_fit_any_limit() {
        String code = "let n = 0; while (n < 4900) n++; return n";

        assertThat(QuickJs.call(limited(code, "{\"max_ticks\":1}")).get("data"))
                .isEqualTo(Json.of(4900));
        assertThat(
                        QuickJs.call(limited(code.replace("4900", "5100"), "{\"max_ticks\":1}"))
                                .get("error_code"))
                .isEqualTo(Json.of("TIME_LIMIT"));
    }

    @Test
    void ticks_stop_the_same_code_at_the_same_place() {
        String code = "let n = 0; while (true) { n++; if (n % 1000 === 0) log(n) }";
        var one = new QuickJs.Run(1);
        var other = new QuickJs.Run(2);
        one.call(limited(code, "{\"max_ticks\":60000}"));
        other.call(limited(code, "{\"max_ticks\":60000}"));

        assertThat(one.log()).isEqualTo(other.log());
        assertThat(one.log()).endsWith("59000\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "let a = []; while (true) a.push(new Array(1000).fill(1))",
                "let a = [], s = 'x'.repeat(1000); while (true) a.push(s.split(''))",
                "let o = {}; for (let i = 0;; i++) o['key' + i] = {i}",
                "return 'x'.repeat(2 ** 29)",
                "let a = []; while (true) a.push(new Uint8Array(1 << 20).fill(7))",
                "return new Array(1e7).fill(1)",
                "const f = () => { let a = []; for (;;) a.push(a.slice()) }; f()",
            })
    void memory_is_limited(String code) {
        Json.Obj result = QuickJs.call(limited(code, "{\"memory_mb\":4,\"max_ticks\":2e8}"));

        assertThat(result.get("error_code")).isEqualTo(Json.of("MEMORY_LIMIT"));
        assertThat(result.get("error_type")).isEqualTo(Json.of("MemoryError"));
    }

    @Test
    void code_may_survive_a_refused_allocation() {
        assertThat(QuickJs.data("try { new ArrayBuffer(2 ** 30) } catch (e) { return e.message }"))
                .isEqualTo(Json.of("out of memory"));
    }

    @Test
    void a_long_result_is_refused() {
        Json.Obj result =
                QuickJs.call(limited("return 'x'.repeat(99)", "{\"max_output_bytes\":100}"));

        assertThat(QuickJs.error(result))
                .startsWith("The result is 101 bytes of JSON, allowed are 100.");
        assertThat(result.get("error_code")).isEqualTo(Json.of("OUTPUT_LIMIT"));
    }

    @Test
    void a_limit_above_the_most_counts_as_the_most() {
        CodeLimits limits =
                CodeLimits.of(
                        JsonReader.read(
                                """
                                {"max_ticks":1e15,"memory_mb":4096,"timeout_ms":1e12,
                                 "max_output_bytes":1e18,"unknown":true}\
                                """),
                        Limits.DEFAULT);

        assertThat(limits.ticks()).isEqualTo(CodeLimits.MOST_TICKS);
        assertThat(limits.memoryMiB()).isEqualTo(Limits.HARD_CAP.memoryMiB());
        assertThat(limits.outputBytes()).isEqualTo(Limits.HARD_CAP.outputBytes());
        assertThat(limits.wall()).isEqualTo(Limits.DEFAULT.wall());
    }

    @Test
    void what_is_not_limited_has_the_limits_of_the_call() {
        Limits given = Limits.DEFAULT.withMemoryMiB(7).withOutputBytes(8);

        assertThat(CodeLimits.of(null, given))
                .isEqualTo(new CodeLimits(CodeLimits.USUAL_TICKS, given.wall(), 7, 8));
        assertThat(CodeLimits.of(JsonReader.read("{\"timeout_ms\":90}"), given).wall())
                .hasMillis(90);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "function f(){ f() } f()",
                "function f(){ [1].map(f) } f()",
                "function f(){ 'a'.replace(/a/, f) } f()",
                "let a = []; for (let i = 0; i < 1e5; i++) a = [a]; return a",
                "return JSON.parse('['.repeat(1e5) + ']'.repeat(1e5))",
                "return eval('('.repeat(1e5) + '1' + ')'.repeat(1e5))",
            })
    void deep_recursion_is_an_error_of_the_code(String code) {
        Json.Obj result = onGuestStack(() -> QuickJs.run(code));

        assertThat(QuickJs.error(result)).startsWith("RangeError: Maximum call stack size");
        assertThat(result.get("error_code")).isEqualTo(Json.of("CODE_ERROR"));
    }

    @Test
    void a_log_that_logs_itself_ends() {
        assertThat(onGuestStack(() -> QuickJs.run("function f(){ log({toJSON: f}) } f()")))
                .isEqualTo(QuickJs.run(""));
    }

    @Test
    void a_thousand_calls_deep_is_fine() {
        assertThat(
                        onGuestStack(() ->
                                        QuickJs.run(
                                                "function sum(n) { return n ? n + sum(n - 1)"
                                                        + " : 0 } return sum(1000)"))
                                .get("data"))
                .isEqualTo(Json.of(500500));
    }

    @Test
    void an_interrupted_thread_ends_a_built_in_function_that_never_asks_for_leave() {
        String code = "log('here'); Array.prototype.indexOf.call({length: 2 ** 53 - 1}, 1)";
        var call =
                new QuickJsCall(
                        QuickJs.module(),
                        InstantSource.system(),
                        new SplittableRandom(1),
                        log -> Thread.currentThread().interrupt());

        assertThat(
                        catchThrowable(() ->
                                call.run(
                                        CodeInput.of(
                                                Json.object("code", Json.of(code)),
                                                Limits.DEFAULT))))
                .isInstanceOf(ChicoryInterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private static Json.Obj limited(String code, String limits) {
        return Json.object("code", Json.of(code), "limits", JsonReader.read(limits));
    }

    /** On a thread with as much stack as guests have. */
    private static Json.Obj onGuestStack(Supplier<Json.Obj> call) {
        var result = new CompletableFuture<Json.Obj>();
        var thread = new Thread(null, () -> result.complete(call.get()), "guest", 8L * 1024 * 1024);
        thread.setUncaughtExceptionHandler((t, e) -> result.completeExceptionally(e));
        thread.start();
        return result.join();
    }
}
