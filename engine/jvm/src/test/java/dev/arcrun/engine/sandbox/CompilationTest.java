package dev.arcrun.engine.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dylibso.chicory.compiler.MachineFactoryCompiler;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import dev.arcrun.engine.sandbox.SandboxSettings.Compilation;
import dev.arcrun.engine.value.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompilationTest {
    private static final WasmModuleBuilder GOOD = Guests.writing(1, "{\"good\":true}");

    @TempDir private Path folder;

    @Test
    void a_part_starts_interpreted_and_goes_on_compiled() throws Exception {
        try (var sandbox = new Sandbox(new SandboxSettings(2, null, Compilation.BACKGROUND))) {
            PartModule part = PartModule.load(Resources.bytes("/parts/string_ops.wasm"));
            byte[] input = "{\"op\":\"upper\",\"text\":\"a\"}".getBytes(StandardCharsets.UTF_8);

            CallResult first = sandbox.call(part, input, Limits.DEFAULT, HostServices.NONE);
            while (!part.isCompiled()) {
                Thread.sleep(10);
            }
            CallResult later = sandbox.call(part, input, Limits.DEFAULT, HostServices.NONE);

            assertThat(first.stats().compiled()).isFalse();
            assertThat(later.stats().compiled()).isTrue();
            assertThat(later.result()).isEqualTo(first.result());
        }
    }

    @Test
    void classes_made_once_are_used_the_next_time() throws Exception {
        var other = new WasmModuleBuilder().memory(1).start(WasmCode::unreachable);
        Path classes = compileInto(folder.resolve("a"), Guests.load(GOOD));
        Path classesOfOther = compileInto(folder.resolve("b"), Guests.load(other));
        Files.copy(classesOfOther, classes, java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        CallResult called = call(folder.resolve("a"), Guests.load(GOOD));

        assertThat(called.failure())
                .as("the part's classes were replaced by those of one that breaks off")
                .isEqualTo(FailureCode.TRAP);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 31, 32, 1000, -1})
    void damaged_classes_are_made_again(int length) throws Exception {
        Path classes = compileInto(folder, Guests.load(GOOD));
        byte[] whole = Files.readAllBytes(classes);
        byte[] damaged = java.util.Arrays.copyOf(whole, length < 0 ? whole.length : length);
        if (length != 0) {
            damaged[damaged.length - 1] ^= 1;
        }
        Files.write(classes, damaged);

        CallResult called = call(folder, Guests.load(GOOD));

        assertThat(JsonWriter.compact(called.result())).isEqualTo("{\"good\":true}");
        assertThat(called.stats().compiled()).isTrue();
        assertThat(Files.size(classes)).isEqualTo(whole.length);
        assertThat(files(folder)).hasSize(1);
    }

    @Test
    void classes_that_can_not_be_loaded_are_made_in_memory() throws Exception {
        Path classes = compileInto(folder, Guests.load(GOOD));
        byte[] nonsense = "no classes at all".getBytes(StandardCharsets.UTF_8);
        var withDigest = new java.io.ByteArrayOutputStream();
        withDigest.writeBytes(Sha256.of(nonsense));
        withDigest.writeBytes(nonsense);
        Files.write(classes, withDigest.toByteArray());

        assertThat(call(folder, Guests.load(GOOD)).stats().compiled()).isTrue();
    }

    @Test
    void a_folder_that_can_not_be_made_does_not_matter() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "in the way");

        CallResult called = call(file.resolve("below"), Guests.load(GOOD));

        assertThat(called.stats().compiled()).isTrue();
    }

    @Test
    void a_part_compiled_when_the_product_was_built_is_found_by_its_class() throws Exception {
        PartModule part =
                PartModule.precompiled(
                        BuiltIn.class.getName(), BuiltIn.class.getClassLoader(), "ab12");

        CallResult called = call(folder, part);

        assertThat(JsonWriter.compact(called.result())).isEqualTo("{\"good\":true}");
        assertThat(called.stats().compiled()).isTrue();
        assertThat(part.sha256()).isEqualTo("ab12");
        assertThat(files(folder)).isEmpty();
    }

    @Test
    void a_class_that_is_not_there_is_told_by_name() {
        assertThatThrownBy(() ->
                        PartModule.precompiled("no.such.Part", getClass().getClassLoader(), "ab12"))
                .isInstanceOf(PartLoadException.class)
                .hasMessageContaining("no.such.Part");
    }

    /** In the form of what Chicory's Maven plugin makes. */
    public static final class BuiltIn {
        private static final WasmModule MODULE = Parser.parse(GOOD.build());

        private BuiltIn() {}

        public static WasmModule load() {
            return MODULE;
        }

        public static Machine create(Instance instance) {
            return MachineFactoryCompiler.compile(instance);
        }
    }

    private static Path compileInto(Path folder, PartModule part) throws IOException {
        call(folder, part);
        assertThat(files(folder)).hasSize(1);
        return files(folder).getFirst();
    }

    private static CallResult call(Path folder, PartModule part) {
        try (var sandbox = new Sandbox(new SandboxSettings(1, folder, Compilation.FIRST))) {
            return sandbox.call(part, new byte[0], Limits.DEFAULT, HostServices.NONE);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
