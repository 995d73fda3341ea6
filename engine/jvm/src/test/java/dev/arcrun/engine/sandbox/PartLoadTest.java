package dev.arcrun.engine.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.arcrun.engine.sandbox.PartLoadException.Code;
import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartLoadTest {

    @Test
    void a_real_part_tells_its_imports_and_its_digest() throws Exception {
        PartModule part = PartModule.load(Resources.bytes("/parts/string_ops.wasm"));

        assertThat(part.imports())
                .containsExactlyInAnyOrder(
                        "wasi_snapshot_preview1.fd_read", "wasi_snapshot_preview1.fd_write");
        assertThat(part.sha256()).hasSize(64).matches("[0-9a-f]+");
    }

    @Test
    void an_import_that_no_host_gives_is_refused_by_name() {
        var module = runnable().importing("env", "launch_missiles", "i:i").memory(1).start(c -> {});

        assertRefused(module.build(), Code.UNKNOWN_IMPORT, "env.launch_missiles");
    }

    @Test
    void an_unknown_function_of_our_own_module_is_refused_by_name() {
        var module = runnable().importing("arcrun", "format_disk", ":i").memory(1).start(c -> {});

        assertRefused(module.build(), Code.UNKNOWN_IMPORT, "arcrun.format_disk");
    }

    @Test
    void a_known_function_with_another_type_is_refused() {
        var module = runnable().importingWasi("fd_write", "iii:i").memory(1).start(c -> {});

        assertRefused(module.build(), Code.IMPORT_TYPE, "fd_write");
    }

    @Test
    void a_module_without_start_is_refused() {
        assertRefused(runnable().memory(1).build(), Code.NO_START, "_start");
    }

    @Test
    void a_start_that_wants_arguments_is_refused() {
        var module = runnable().memory(1).function("i:", c -> {}).exporting("_start", 0, 0);

        assertRefused(module.build(), Code.NO_START, "_start");
    }

    @Test
    void a_start_that_is_no_function_is_refused() {
        assertRefused(
                runnable().memory(1).exporting("_start", 2, 0).build(), Code.NO_START, "_start");
    }

    @Test
    void a_module_without_memory_is_refused() {
        assertRefused(runnable().start(c -> {}).build(), Code.NO_MEMORY, "memory");
    }

    @Test
    void a_module_that_wants_gigabytes_from_the_start_is_refused() {
        assertRefused(runnable().memory(60_000).start(c -> {}).build(), Code.TOO_LARGE, "256 MiB");
    }

    @Test
    void a_huge_table_is_refused() {
        assertRefused(
                runnable().memory(1).table(9_000_000).start(c -> {}).build(),
                Code.TOO_LARGE,
                "entries");
    }

    @Test
    void many_tables_are_refused() {
        assertRefused(
                runnable().memory(1).tables(17).start(c -> {}).build(), Code.TOO_LARGE, "tables");
    }

    @Test
    void blocks_nested_without_end_are_refused() {
        var module =
                runnable()
                        .memory(1)
                        .start(code -> {
                            for (int i = 0; i < 100_000; i++) {
                                code.op(0x02, 0x40);
                            }
                            for (int i = 0; i < 100_000; i++) {
                                code.end();
                            }
                        });

        assertRefused(module.build(), Code.TOO_LARGE, "nested");
    }

    @Test
    void locals_that_would_fill_the_heap_are_refused() {
        var module = runnable().memory(1);
        for (int i = 0; i < 1000; i++) {
            module.function(":", 50_000, code -> {});
        }

        assertRefused(module.start(c -> {}).build(), Code.TOO_LARGE, "local variables");
    }

    @Test
    void types_of_the_garbage_collector_are_refused() {
        byte[] module = {0, 'a', 's', 'm', 1, 0, 0, 0, 1, 4, 1, 0x5e, 0x7f, 0};

        assertRefused(module, Code.NOT_SUPPORTED, "GC");
    }

    @Test
    void code_that_is_not_valid_is_refused() {
        var module = runnable().memory(1).start(code -> code.i32(1));

        assertRefused(module.build(), Code.MALFORMED, "not a valid WebAssembly module");
    }

    @Test
    void names_in_custom_sections_are_left_out_whatever_they_hold() throws Exception {
        byte[] module =
                runnable().memory(1).custom("name", new byte[] {1, 2, 3}).start(c -> {}).build();

        assertThat(PartModule.load(module).imports()).isEmpty();
    }

    @Test
    void no_beginning_of_a_part_is_a_part() {
        byte[] whole = Resources.bytes("/parts/filter.wasm");
        for (int length = 0; length < whole.length; length += 97) {
            byte[] cut = Arrays.copyOf(whole, length);

            assertThatThrownBy(() -> PartModule.load(cut))
                    .as("the first %d bytes", length)
                    .isInstanceOf(PartLoadException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_damaged_part_is_refused_or_ends_within_its_limits(long seed) {
        var random = new SplittableRandom(seed);
        byte[] whole = Resources.bytes("/parts/filter.wasm");
        try (var sandbox =
                new Sandbox(new SandboxSettings(2, null, SandboxSettings.Compilation.NEVER))) {
            for (int round = 0; round < 60; round++) {
                byte[] damaged = whole.clone();
                for (int i = 0; i < 3; i++) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                }
                callIfLoaded(sandbox, damaged);
            }
        }
    }

    private static void callIfLoaded(Sandbox sandbox, byte[] wasm) {
        PartModule part;
        try {
            part = PartModule.load(wasm);
        } catch (PartLoadException e) {
            assertThat(e).hasMessageEndingWith(".");
            return;
        }
        CallResult called =
                sandbox.call(
                        part,
                        "{}".getBytes(),
                        Limits.DEFAULT.withComputing(Duration.ofMillis(100)),
                        HostServices.NONE);
        assertThat(called.result().members()).isNotEmpty();
    }

    private static WasmModuleBuilder runnable() {
        return new WasmModuleBuilder();
    }

    private static void assertRefused(byte[] wasm, Code code, String told) {
        var refused = catchThrowableOfType(PartLoadException.class, () -> PartModule.load(wasm));

        assertThat(refused).isNotNull().hasMessageContaining(told);
        assertThat(refused.code()).isEqualTo(code);
    }
}
