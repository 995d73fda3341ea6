package dev.arcrun.engine.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.sandbox.SandboxSettings.Compilation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every pointer of every host function, given places outside the guest's one page of memory. */
class BadPointerTest {
    private static final int END = 65_536;
    private static final Sandbox INTERPRETING =
            new Sandbox(new SandboxSettings(2, null, Compilation.NEVER));
    private static final Sandbox COMPILING =
            new Sandbox(new SandboxSettings(2, null, Compilation.FIRST));

    /**
     * @param arguments what is passed; {@code p} stands for a pointer, {@code n} for the length
     *     that goes with the pointer before, a number for itself
     */
    private record Function(String module, String name, String type, String arguments) {}

    private static final String WASI = WasmModuleBuilder.WASI;

    private static final List<Function> FUNCTIONS =
            List.of(
                    new Function(WASI, "fd_read", "iiii:i", "0 0 1 p"),
                    new Function(WASI, "fd_read", "iiii:i", "0 p 1 0"),
                    new Function(WASI, "fd_write", "iiii:i", "1 0 1 p"),
                    new Function(WASI, "fd_write", "iiii:i", "1 p 1 0"),
                    new Function(WASI, "fd_write", "iiii:i", "2 p 1 0"),
                    new Function(WASI, "fd_fdstat_get", "ii:i", "1 p"),
                    new Function(WASI, "clock_time_get", "ili:i", "0 0 p"),
                    new Function(WASI, "clock_res_get", "ii:i", "0 p"),
                    new Function(WASI, "random_get", "ii:i", "p n"),
                    new Function(WASI, "args_sizes_get", "ii:i", "p 0"),
                    new Function(WASI, "args_sizes_get", "ii:i", "0 p"),
                    new Function(WASI, "environ_sizes_get", "ii:i", "p 0"),
                    new Function(WASI, "environ_sizes_get", "ii:i", "0 p"),
                    new Function(WASI, "poll_oneoff", "iiii:i", "p 0 1 0"),
                    new Function(WASI, "poll_oneoff", "iiii:i", "0 p 1 0"),
                    new Function(WASI, "poll_oneoff", "iiii:i", "0 0 1 p"),
                    new Function("u6u", "http_request", "iiiiiiiiii:i", "p n 0 0 0 0 0 0 0 0"),
                    new Function("u6u", "http_request", "iiiiiiiiii:i", "0 0 p n 0 0 0 0 0 0"),
                    new Function("u6u", "http_request", "iiiiiiiiii:i", "0 0 0 0 p n 0 0 0 0"),
                    new Function("u6u", "http_request", "iiiiiiiiii:i", "0 0 0 0 0 0 p n 0 0"),
                    new Function("u6u", "http_request", "iiiiiiiiii:i", "0 0 0 0 0 0 0 0 0 p"),
                    new Function("u6u", "kv_get", "iiii:i", "p n 0 0"),
                    new Function("u6u", "kv_get", "iiii:i", "0 0 0 p"),
                    new Function("u6u", "kv_put", "iiiii:i", "p n 0 0 0"),
                    new Function("u6u", "kv_put", "iiiii:i", "0 0 p n 0"),
                    new Function("u6u", "secret_get", "iiii:i", "p n 0 0"),
                    new Function("u6u", "secret_get", "iiii:i", "0 0 0 p"),
                    new Function("u6u", "crypto_sign_rs256", "iiiiii:i", "p n 0 0 0 0"),
                    new Function("u6u", "crypto_sign_rs256", "iiiiii:i", "0 0 p n 0 0"),
                    new Function("u6u", "crypto_sign_rs256", "iiiiii:i", "0 0 0 0 0 p"),
                    new Function("u6u", "crypto_decrypt", "iiiiii:i", "p n 0 0 0 0"),
                    new Function("u6u", "crypto_decrypt", "iiiiii:i", "0 0 p n 0 0"),
                    new Function("u6u", "crypto_decrypt", "iiiiii:i", "0 0 0 0 0 p"),
                    new Function("arcrun", "call", "ii:i", "p n"),
                    new Function("arcrun", "read", "iii:i", "1 p n"));

    private static Stream<Function> functions() {
        return FUNCTIONS.stream();
    }

    private record Range(int pointer, int length) {}

    /** Beyond the end, over the end, negative, and so long that the sum wraps around. */
    private static List<Range> outside(boolean withLength) {
        var ranges =
                new ArrayList<>(
                        List.of(
                                new Range(END, 1),
                                new Range(-1, 1),
                                new Range(Integer.MIN_VALUE, 1)));
        ranges.add(new Range(END - 1, 4));
        if (withLength) {
            ranges.add(new Range(0, END + 1));
            ranges.add(new Range(100, -1));
            ranges.add(new Range(-100, 200));
            ranges.add(new Range(100, Integer.MIN_VALUE));
        }
        return ranges;
    }

    @ParameterizedTest
    @MethodSource("functions")
    void ends_the_call(Function function) throws Exception {
        for (Range range : outside(function.arguments().contains("n"))) {
            PartModule part = PartModule.load(calling(function, range));
            for (Sandbox sandbox : List.of(INTERPRETING, COMPILING)) {
                CallResult called =
                        sandbox.call(part, new byte[0], Limits.DEFAULT, HostServices.NONE);

                assertThat(called.failure())
                        .as("%s with %s", function, range)
                        .isEqualTo(FailureCode.BAD_POINTER);
            }
        }
    }

    @AfterAll
    static void close() {
        INTERPRETING.close();
        COMPILING.close();
    }

    private static byte[] calling(Function function, Range range) {
        String types = function.type();
        return new WasmModuleBuilder()
                .importing(function.module(), function.name(), types)
                .memory(1)
                .start(code -> {
                    String[] arguments = function.arguments().split(" ");
                    for (int i = 0; i < arguments.length; i++) {
                        int value = value(arguments[i], range);
                        if (types.charAt(i) == 'l') {
                            code.i64(value);
                        } else {
                            code.i32(value);
                        }
                    }
                    code.call(0).drop();
                })
                .build();
    }

    private static int value(String argument, Range range) {
        return switch (argument) {
            case "p" -> range.pointer();
            case "n" -> range.length();
            default -> Integer.parseInt(argument);
        };
    }
}
