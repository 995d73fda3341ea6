package dev.arcrun.engine.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.value.JsonWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RealPartTest {

    @ParameterizedTest
    @EnumSource(names = {"NEVER", "FIRST"})
    void string_ops_makes_a_text_upper_case(SandboxSettings.Compilation compilation)
            throws Exception {
        try (var sandbox = new Sandbox(new SandboxSettings(2, null, compilation))) {
            PartModule part = PartModule.load(Resources.bytes("/parts/string_ops.wasm"));

            CallResult called =
                    sandbox.call(
                            part,
                            "{\"op\":\"upper\",\"text\":\"Straße 😀\"}"
                                    .getBytes(StandardCharsets.UTF_8),
                            Limits.DEFAULT,
                            HostServices.NONE);

            assertThat(JsonWriter.compact(called.result())).contains("STRASSE 😀");
            assertThat(called.stats().compiled())
                    .isEqualTo(compilation == SandboxSettings.Compilation.FIRST);
        }
    }
}
