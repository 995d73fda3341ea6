package dev.arcrun.engine.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.sandbox.SandboxSettings.Compilation;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each WASI function answers. The guests break off when an answer is another. */
class WasiTest {
    private static final Sandbox SANDBOX =
            new Sandbox(new SandboxSettings(1, null, Compilation.NEVER));

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @ParameterizedTest
    @CsvSource({
        "fd_read, iiii:i, 1 0 0 64, 8",
        "fd_read, iiii:i, 0 0 0 64, 0",
        "fd_write, iiii:i, 0 0 0 64, 8",
        "fd_write, iiii:i, 3 0 0 64, 8",
        "fd_write, iiii:i, -1 0 0 64, 8",
        "fd_write, iiii:i, 1 0 0 64, 0",
        "fd_close, i:i, 2, 0",
        "fd_close, i:i, 3, 8",
        "fd_fdstat_get, ii:i, 1 64, 0",
        "fd_fdstat_get, ii:i, 3 64, 8",
        "clock_time_get, ili:i, 0 0 64, 0",
        "clock_time_get, ili:i, 1 0 64, 0",
        "clock_time_get, ili:i, 2 0 64, 28",
        "clock_res_get, ii:i, 1 64, 0",
        "clock_res_get, ii:i, 9 64, 28",
        "random_get, ii:i, 64 65000, 0",
        "args_sizes_get, ii:i, 64 68, 0",
        "args_get, ii:i, 64 68, 0",
        "environ_sizes_get, ii:i, 64 68, 0",
        "environ_get, ii:i, 64 68, 0",
        "sched_yield, :i, '', 0",
        "poll_oneoff, iiii:i, 0 1024 0 64, 28",
        "poll_oneoff, iiii:i, 0 1024 5000 64, 28",
        "path_open, iiiiillii:i, 3 0 0 0 0 0 0 0 64, 52",
        "fd_seek, ilii:i, 1 0 0 64, 52",
        "fd_prestat_get, ii:i, 3 64, 52",
        "sock_accept, iii:i, 3 0 64, 52",
        "no_such_function, i:i, 1, 52"
    })
    void answers(String function, String type, String arguments, int errno) {
        var module =
                new WasmModuleBuilder()
                        .importingWasi(function, type)
                        .memory(1)
                        .start(code -> {
                            String[] values =
                                    arguments.isEmpty() ? new String[0] : arguments.split(" ");
                            for (int i = 0; i < values.length; i++) {
                                int value = Integer.parseInt(values[i]);
                                if (type.charAt(i) == 'l') {
                                    code.i64(value);
                                } else {
                                    code.i32(value);
                                }
                            }
                            code.call(0);
                            expect(errno).accept(code);
                        });

        assertEndsWell(module);
    }

    @Test
    void there_are_no_arguments_and_no_environment() {
        var module =
                new WasmModuleBuilder()
                        .importingWasi("environ_sizes_get", "ii:i")
                        .memory(1)
                        .data(64, new byte[] {9, 9, 9, 9, 9, 9, 9, 9})
                        .start(code -> {
                            code.i32(64).i32(68).call(0);
                            expect(0).accept(code);
                            code.i32(64).load();
                            expect(0).accept(code);
                            code.i32(68).load();
                            expect(0).accept(code);
                        });

        assertEndsWell(module);
    }

    @Test
    void sleeping_waits_and_tells_which_clock_rang() {
        byte[] subscriptions = new byte[96];
        subscriptions[0] = 42;
        subscriptions[16] = 1;
        subscriptions[26] = 100; // 6.5 ms
        subscriptions[48] = 43;
        subscriptions[64] = 1;
        subscriptions[79] = 1; // two years
        var module =
                new WasmModuleBuilder()
                        .importingWasi("poll_oneoff", "iiii:i")
                        .memory(1)
                        .data(0, subscriptions)
                        .start(code -> {
                            code.i32(0).i32(1024).i32(2).i32(600).call(0);
                            expect(0).accept(code);
                            code.i32(600).load();
                            expect(1).accept(code);
                            code.i32(1024).load();
                            expect(42).accept(code);
                        });

        CallResult called = assertEndsWell(module);

        assertThat(called.stats().wall().toMillis()).isGreaterThanOrEqualTo(6);
    }

    private static CallResult assertEndsWell(WasmModuleBuilder module) {
        CallResult called =
                SANDBOX.call(Guests.load(module), new byte[0], Limits.DEFAULT, HostServices.NONE);
        // These guests write no result; a wrong answer would be a trap.
        assertThat(called.failure()).isEqualTo(FailureCode.INVALID_OUTPUT);
        return called;
    }

    /** Breaks off unless the value on the stack is this. */
    private static Consumer<WasmCode> expect(int value) {
        return code -> code.i32(value).op(0x47).when(WasmCode::unreachable);
    }
}
