package dev.arcrun.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.sandbox.HostServices;
import dev.arcrun.engine.sandbox.Limits;
import dev.arcrun.engine.sandbox.PartModule;
import dev.arcrun.engine.sandbox.Sandbox;
import dev.arcrun.engine.sandbox.SandboxSettings;
import dev.arcrun.engine.value.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The QuickJS that was compiled at build time. */
class CodePartTest {
    private static final Path WASM = Path.of("..", "parts", "code", "code.wasm");

    @Test
    void the_compiled_class_is_the_committed_module_and_runs() throws Exception {
        String sha256 =
                HexFormat.of()
                        .formatHex(
                                MessageDigest.getInstance("SHA-256")
                                        .digest(Files.readAllBytes(WASM)));
        PartModule code =
                PartModule.precompiled(
                        "dev.arcrun.parts.Code", CodePartTest.class.getClassLoader(), sha256);

        try (var sandbox = new Sandbox(SandboxSettings.withCache(null))) {
            var result =
                    sandbox.call(
                            code,
                            "{\"code\":\"return {a: input.x + 1}\",\"input\":{\"x\":1}}"
                                    .getBytes(StandardCharsets.UTF_8),
                            Limits.DEFAULT,
                            HostServices.NONE);

            assertThat(result.result().get("data")).isEqualTo(Json.object("a", Json.of(2)));
            assertThat(result.stats().compiled()).isTrue();
        }
    }
}
