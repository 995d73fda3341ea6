package dev.arcrun.engine.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.sandbox.SandboxSettings.Compilation;
import dev.arcrun.engine.value.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SandboxTest {
    private static final PartModule ENDLESS = load(HostileGuest.ENDLESS_LOOP);
    private static final Limits PATIENT =
            Limits.DEFAULT.withComputing(Duration.ofSeconds(60)).withWall(Duration.ofMinutes(5));

    private final Sandbox sandbox = new Sandbox(new SandboxSettings(1, null, Compilation.NEVER));

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void a_part_reads_its_input_and_writes_its_result() {
        assertThat(result(Guests.echo(), "{\"a\":[1,2]}")).isEqualTo("{\"a\":[1,2]}");
    }

    @Test
    void a_part_that_never_reads_its_input_still_gives_a_result() {
        assertThat(result(Guests.writing(1, "{\"ok\":1}"), " ".repeat(1_000_000)))
                .isEqualTo("{\"ok\":1}");
    }

    @Test
    void too_much_input_is_refused_before_the_part_runs() {
        CallResult called = call(ENDLESS, "12345", Limits.DEFAULT.withInputBytes(4));

        assertThat(called.failure()).isEqualTo(FailureCode.INPUT_LIMIT);
    }

    @Test
    void each_call_gets_a_fresh_instance() {
        var counting =
                Guests.withText("{\"n\":0}")
                        .start(code -> {
                            code.i32(Guests.TEXT + 4).i32(Guests.TEXT + 4).load();
                            code.i32(256).op(0x6a).store();
                            Guests.write(1, "").accept(code);
                        });
        PartModule part = Guests.load(counting);

        assertThat(JsonWriter.compact(call(part, "", PATIENT).result())).isEqualTo("{\"n\":1}");
        assertThat(JsonWriter.compact(call(part, "", PATIENT).result())).isEqualTo("{\"n\":1}");
    }

    @Test
    void a_table_grown_in_one_call_is_as_it_was_in_the_next() {
        var growing =
                Guests.withText("{}")
                        .table(1)
                        .start(code -> {
                            code.op(0xd0, 0x70).i32(50_000).op(0xfc).unsigned(15).op(0);
                            code.i32(1).op(0x47).when(WasmCode::unreachable);
                            Guests.write(1, "").accept(code);
                        });
        PartModule part = Guests.load(growing);

        assertThat(call(part, "", PATIENT).failure()).isNull();
        assertThat(call(part, "", PATIENT).failure()).isNull();
    }

    @Test
    void exit_code_0_is_no_failure() {
        var module =
                new WasmModuleBuilder()
                        .importingWasi("fd_write", "iiii:i")
                        .importingWasi("proc_exit", "i:")
                        .memory(2)
                        .data(Guests.IOVEC, new byte[] {0, 16, 0, 0, 2, 0, 0, 0})
                        .data(Guests.TEXT, "{}")
                        .start(code -> {
                            Guests.write(1, "").accept(code);
                            code.i32(0).call(1).unreachable();
                        });

        assertThat(result(module, "")).isEqualTo("{}");
    }

    @Test
    void another_exit_code_is_a_failure_with_the_last_lines_of_the_log() {
        byte[] iovec = {0, 16, 0, 0, 22, 0, 0, 0};
        var module =
                new WasmModuleBuilder()
                        .importingWasi("fd_write", "iiii:i")
                        .importingWasi("proc_exit", "i:")
                        .memory(2)
                        .data(Guests.IOVEC, iovec)
                        .data(Guests.TEXT, "one\ntwo\nthe disk is on fire")
                        .start(code ->
                                code.i32(2)
                                        .i32(Guests.IOVEC)
                                        .i32(1)
                                        .i32(0)
                                        .call(0)
                                        .drop()
                                        .i32(3)
                                        .call(1));

        CallResult called = call(Guests.load(module), "", PATIENT);

        assertThat(called.failure()).isEqualTo(FailureCode.EXIT_CODE);
        assertThat(JsonWriter.compact(called.result())).contains("exit code 3", "the disk is o");
    }

    @Test
    void terminal_escapes_in_the_log_are_shown_and_not_obeyed() {
        CallResult called =
                call(
                        Guests.load(Guests.writing(2, "\u001b[31mred\u0007\u009b2J\r\n")),
                        "",
                        PATIENT);

        assertThat(called.log()).isEqualTo("␛[31mred␇\ufffd2J\n");
    }

    @Test
    void interrupting_the_caller_cancels_the_guest() throws Exception {
        var cancelled = new CallResult[1];
        boolean[] stillInterrupted = new boolean[1];
        var running = new CountDownLatch(1);
        Thread caller =
                Thread.startVirtualThread(() -> {
                    running.countDown();
                    cancelled[0] = call(ENDLESS, "", PATIENT);
                    stillInterrupted[0] = Thread.interrupted();
                });
        running.await();
        Thread.sleep(50);

        caller.interrupt();

        assertThat(caller.join(Duration.ofSeconds(20))).isTrue();
        assertThat(cancelled[0].failure()).isEqualTo(FailureCode.CANCELLED);
        assertThat(stillInterrupted[0]).isTrue();
    }

    @Test
    void a_call_that_waits_for_its_turn_can_be_cancelled() throws Exception {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<CallResult> first = callers.submit(() -> call(ENDLESS, "", PATIENT));
            Thread.sleep(50);
            var second = new CallResult[1];
            Thread waiting =
                    Thread.startVirtualThread(() -> second[0] = call(ENDLESS, "", PATIENT));

            waiting.interrupt();

            assertThat(waiting.join(Duration.ofSeconds(20))).isTrue();
            assertThat(second[0].failure()).isEqualTo(FailureCode.CANCELLED);
            assertThat(first.isDone()).isFalse();
            sandbox.close();
            assertThat(first.get().failure()).isEqualTo(FailureCode.CANCELLED);
        }
    }

    @Test
    void waiting_for_the_host_is_not_computing() {
        PartModule part =
                Guests.load(Guests.asking("{\"op\":\"http\",\"url\":\"http://a.test/\"}"));

        CallResult called =
                sandbox.call(
                        part,
                        new byte[0],
                        Limits.DEFAULT.withComputing(Duration.ofMillis(150)),
                        new FakeHost() {
                            @Override
                            public HttpAnswer http(HttpCall call) {
                                busyFor(Duration.ofMillis(400));
                                return super.http(call);
                            }
                        });

        assertThat(called.failure()).isNull();
        assertThat(called.stats().wall()).isGreaterThan(Duration.ofMillis(400));
    }

    @Test
    void a_guest_that_waits_leaves_its_place_to_others() throws Exception {
        var release = new CountDownLatch(1);
        var waiting = new CountDownLatch(1);
        PartModule asking =
                Guests.load(Guests.asking("{\"op\":\"http\",\"url\":\"http://a.test/\"}"));
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<CallResult> first =
                    callers.submit(() ->
                            sandbox.call(
                                    asking, new byte[0], PATIENT, untilReleased(waiting, release)));
            waiting.await();

            String second = result(Guests.writing(1, "{\"second\":true}"), "");

            assertThat(second).isEqualTo("{\"second\":true}");
            assertThat(first.isDone()).isFalse();
            release.countDown();
            assertThat(first.get().failure()).isNull();
        }
    }

    @Test
    void many_threads_call_one_part_at_once() throws Exception {
        PartModule part = Guests.load(Guests.echo());
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls =
                    java.util.stream.IntStream.range(0, 200)
                            .mapToObj(i ->
                                    callers.submit(() -> call(part, "{\"i\":" + i + "}", PATIENT)))
                            .toList();
            for (int i = 0; i < calls.size(); i++) {
                assertThat(JsonWriter.compact(calls.get(i).get().result()))
                        .isEqualTo("{\"i\":" + i + "}");
            }
        }
    }

    private static HostServices untilReleased(CountDownLatch waiting, CountDownLatch release) {
        return new FakeHost() {
            @Override
            public HttpAnswer http(HttpCall call) {
                waiting.countDown();
                try {
                    release.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return super.http(call);
            }
        };
    }

    private static void busyFor(Duration time) {
        var threads = java.lang.management.ManagementFactory.getThreadMXBean();
        long end = threads.getCurrentThreadCpuTime() + time.toNanos();
        while (threads.getCurrentThreadCpuTime() < end) {
            Thread.onSpinWait();
        }
    }

    private String result(WasmModuleBuilder module, String input) {
        return JsonWriter.compact(call(Guests.load(module), input, PATIENT).result());
    }

    private CallResult call(PartModule part, String input, Limits limits) {
        return sandbox.call(
                part, input.getBytes(StandardCharsets.UTF_8), limits, HostServices.NONE);
    }

    private static PartModule load(HostileGuest guest) {
        try {
            return PartModule.load(guest.wasm);
        } catch (PartLoadException e) {
            throw new AssertionError(e);
        }
    }
}
