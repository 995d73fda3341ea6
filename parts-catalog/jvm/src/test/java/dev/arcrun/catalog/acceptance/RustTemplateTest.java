package dev.arcrun.catalog.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.catalog.CatalogFiles;
import dev.arcrun.catalog.NewPart;
import dev.arcrun.catalog.PartTemplate;
import dev.arcrun.engine.sandbox.HostServices;
import dev.arcrun.engine.sandbox.Limits;
import dev.arcrun.engine.sandbox.PartModule;
import dev.arcrun.engine.sandbox.Sandbox;
import dev.arcrun.engine.sandbox.SandboxSettings;
import dev.arcrun.engine.value.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The part in Rust, without a Rust compiler: the program beside {@code rebuild.sh} was made of
 * exactly the template's source.
 */
class RustTemplateTest {
    @TempDir Path folder;

    @Test
    void the_recorded_program_was_made_of_the_templates_source() throws Exception {
        Map<String, String> files = NewPart.files(PartTemplate.RUST, "part");
        for (String line :
                new String(resource("sources.sha256"), StandardCharsets.UTF_8).lines().toList()) {
            String file = line.substring(66);
            assertThat(sha256(Objects.requireNonNull(files.get(file), file)))
                    .as(file + " has changed; run src/test/resources/rust/rebuild.sh")
                    .isEqualTo(line.substring(0, 64));
        }
        assertThat(new String(resource("sources.sha256"), StandardCharsets.UTF_8).lines())
                .hasSize(4);
    }

    @Test
    void the_part_in_rust_is_accepted() throws IOException {
        for (Map.Entry<String, String> file :
                NewPart.files(PartTemplate.RUST, "greet_guest").entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.writeString(target, file.getValue());
        }
        Files.write(folder.resolve("greet_guest.wasm"), resource("part.wasm"));

        try (var acceptance = new Acceptance(new ConnectorScenarios(CatalogFiles.services()))) {
            AcceptanceReport report =
                    acceptance.check(AcceptanceTest.patient(Candidate.in(folder)));
            assertThat(report.checks()).allSatisfy(it -> assertThat(it.message()).isNull());
            assertThat(report.checks()).hasSize(8);
        }
    }

    @Test
    void it_answers_whatever_it_is_sent() throws Exception {
        PartModule part = PartModule.load(resource("part.wasm"));
        Map<String, String> codes =
                Map.of(
                        "",
                        "INVALID_JSON",
                        "{\"a\":01}",
                        "INVALID_JSON",
                        "{\"name\":\"\\",
                        "INVALID_JSON",
                        "[".repeat(100_000),
                        "INVALID_JSON",
                        "[]",
                        "INVALID_INPUT",
                        "{\"name\":null}",
                        "MISSING_FIELD",
                        "{\"name\":[]}",
                        "INVALID_TYPE");
        try (var sandbox =
                new Sandbox(new SandboxSettings(1, null, SandboxSettings.Compilation.FIRST))) {
            codes.forEach((input, code) -> {
                byte[] json = input.getBytes(StandardCharsets.UTF_8);
                Json.Obj result =
                        sandbox.call(part, json, Limits.DEFAULT, HostServices.NONE).result();
                assertThat(result.get("error_code")).as(code).isEqualTo(Json.of(code));
            });
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream file =
                Objects.requireNonNull(
                        RustTemplateTest.class.getResourceAsStream("/rust/" + name))) {
            return file.readAllBytes();
        }
    }

    private static String sha256(String text) throws NoSuchAlgorithmException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
