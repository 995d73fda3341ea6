package dev.arcrun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.sandbox.CallResult;
import dev.arcrun.engine.sandbox.HostServices;
import dev.arcrun.engine.sandbox.Limits;
import dev.arcrun.engine.sandbox.PartModule;
import dev.arcrun.engine.sandbox.Sandbox;
import dev.arcrun.engine.sandbox.SandboxSettings;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Making a part of one's own, with the real compilers where they are packages of npm. */
class OwnPartTest {
    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"assemblyscript", "c"})
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void a_new_part_is_built_accepted_and_run(String language) throws Exception {
        String part = folder.resolve("greet_guest").toString();

        Cli.Result made = Cli.run("part", "new", "greet_guest", "--lang", language, "--in", part);
        assertThat(made.exit()).as(made.err()).isZero();
        assertThat(made.out()).contains("contract.yaml").contains("Next: arcrun part build");

        Cli.Result built = Cli.run("part", "build", part);
        assertThat(built.exit()).as(built.err()).isZero();
        assertThat(built.err()).contains("$ npm run build");
        assertThat(built.out()).matches("(?s).*greet_guest\\.wasm: \\d+ bytes\\R");

        Path contract = Path.of(part, "contract.yaml");
        String patient =
                Files.readString(contract)
                        .replace("max_cold_start_ms: 500", "max_cold_start_ms: 600000");
        Files.writeString(contract, patient);
        Cli.Result checked = Cli.run("part", "check", part);
        assertThat(checked.exit()).as(checked.out()).isZero();
        assertThat(checked.out().lines()).hasSize(8).allMatch(line -> line.startsWith("✓ "));

        Cli.Result tested = Cli.run("part", "test", part);
        assertThat(tested.exit()).isZero();
        assertThat(tested.out()).contains("tests.feature:3").contains("2 of 2 scenarios hold.");

        String input = "@" + Path.of(part, "input.json");
        assertThat(Cli.run("part", "run", part, "--input", input).out()).contains("Hello, Ada!");
        hostile(PartModule.load(Files.readAllBytes(Path.of(part, "greet_guest.wasm"))));
    }

    /** Whatever it is sent, it answers with a result that says what is wrong. */
    private static void hostile(PartModule module) {
        try (var sandbox =
                new Sandbox(new SandboxSettings(1, null, SandboxSettings.Compilation.FIRST))) {
            for (String text :
                    List.of(
                            "",
                            " ",
                            "{",
                            "{\"a\":}",
                            "{\"a\":01}",
                            "{\"a\":\"\u0001\"}",
                            "[1,]",
                            "{}x",
                            "{\"a\" 1}",
                            "nul",
                            "\"\\u12\"",
                            "{\"a\":-}",
                            "{\"name\":\"a",
                            "{\"name\":\"\\",
                            "[".repeat(3_000_000),
                            "{\"a\":".repeat(500_000))) {
                assertThat(code(sandbox, module, text)).isEqualTo("INVALID_JSON");
            }
            for (String text : List.of("1", "null", "[]", "\"x\"", " true ")) {
                assertThat(code(sandbox, module, text)).isEqualTo("INVALID_INPUT");
            }
            assertThat(code(sandbox, module, "{\"name\": null}")).isEqualTo("MISSING_FIELD");
            assertThat(code(sandbox, module, "{\"name\": [1]}")).isEqualTo("INVALID_TYPE");
            assertThat(code(sandbox, module, "{\"name\": {}}")).isEqualTo("INVALID_TYPE");
            assertThat(greeting(sandbox, module, "{\"name\": 12.50e3, \"greeting\": true}"))
                    .isEqualTo("true, 12.50e3!");
            assertThat(
                            greeting(
                                    sandbox,
                                    module,
                                    "{\"n\\u0061me\": \"\\u4e2d\\ud83d\\ude00 é\\n\\\"\\\\\\u0000\"}"))
                    .isEqualTo("Hello, 中😀 é\n\"\\\u0000!");
            assertThat(greeting(sandbox, module, "{\"name\": \"first\", \"name\": \"last\"}"))
                    .isEqualTo("Hello, last!");
            String long4MiB = "x".repeat(4 << 20);
            assertThat(greeting(sandbox, module, "{\"name\": \"" + long4MiB + "\"}"))
                    .isEqualTo("Hello, " + long4MiB + "!");
        }
    }

    private static String code(Sandbox sandbox, PartModule module, String input) {
        return Cli.text(call(sandbox, module, input), "error_code");
    }

    private static String greeting(Sandbox sandbox, PartModule module, String input) {
        Json.Obj result = call(sandbox, module, input);
        assertThat(result.get("data")).as(input.substring(0, 10)).isInstanceOf(Json.Obj.class);
        return Cli.text((Json.Obj) Objects.requireNonNull(result.get("data")), "text");
    }

    private static Json.Obj call(Sandbox sandbox, PartModule module, String input) {
        CallResult called =
                sandbox.call(
                        module,
                        input.getBytes(StandardCharsets.UTF_8),
                        Limits.DEFAULT,
                        HostServices.NONE);
        assertThat(called.failure()).isNull();
        return called.result();
    }

    @Test
    void a_new_part_needs_a_language_or_is_a_connector() {
        String part = folder.resolve("a").toString();
        assertThat(Cli.run("part", "new", "a", "--in", part).err()).contains("--lang");
        assertThat(Cli.run("part", "new", "a", "--in", part, "--lang", "cobol").exit())
                .isEqualTo(2);
        assertThat(Cli.run("part", "new", "a", "--in", part, "--lang", "c", "--connector").exit())
                .isEqualTo(2);
        assertThat(Cli.run("part", "new", "A", "--in", part, "--lang", "c").err())
                .contains("can't be the id");
        assertThat(Path.of(part)).doesNotExist();
    }

    @Test
    void a_folder_with_something_in_it_is_left_alone() {
        String part = folder.resolve("a").toString();
        assertThat(Cli.run("part", "new", "a", "--lang", "rust", "--in", part).exit()).isZero();
        Cli.Result again = Cli.run("part", "new", "a", "--lang", "c", "--in", part);
        assertThat(again.exit()).isEqualTo(2);
        assertThat(again.err()).contains("exists already");
    }

    @Test
    void a_connector_needs_no_build() {
        String part = folder.resolve("post").toString();
        assertThat(Cli.run("part", "new", "post", "--connector", "--in", part).exit()).isZero();
        assertThat(Cli.run("part", "build", part).out()).contains("Nothing to build");
        assertThat(JsonReader.read(Cli.run("part", "build", part, "--json").out()))
                .isEqualTo(Json.object("built", Json.FALSE));
        assertThat(Cli.run("part", "check", part).out()).contains("✓ contract");
    }

    @Test
    void a_build_that_fails_is_told_as_json_too() throws IOException {
        String part = folder.resolve("broken").toString();
        assertThat(
                        Cli.run("part", "new", "broken", "--lang", "assemblyscript", "--in", part)
                                .exit())
                .isZero();
        Files.writeString(Path.of(part, "index.ts"), "this is no program (");

        Cli.Result built = Cli.run("part", "build", part, "--json");

        assertThat(built.exit()).isEqualTo(1);
        assertThat(Cli.text((Json.Obj) JsonReader.read(built.out()), "error"))
                .contains("npm run build");
    }

    @Test
    void a_part_that_isnt_built_fails_its_check() {
        String part = folder.resolve("a").toString();
        assertThat(Cli.run("part", "new", "a", "--lang", "tinygo", "--in", part).exit()).isZero();

        Cli.Result checked = Cli.run("part", "check", part, "--json");
        assertThat(checked.exit()).isEqualTo(1);
        Json.Obj report = (Json.Obj) JsonReader.read(checked.out());
        assertThat(report.get("passed")).isEqualTo(Json.FALSE);
        assertThat(Cli.list(report, "checks")).hasSize(8);
        assertThat(Cli.run("part", "test", part).exit()).isEqualTo(2);
    }

    @Test
    void a_part_of_the_catalog_is_checked_and_tested_by_its_id() {
        Json.Obj checked =
                (Json.Obj) JsonReader.read(Cli.run("part", "check", "set", "--json").out());
        assertThat(checked.get("part")).isEqualTo(Json.of("set"));
        assertThat(Cli.list(checked, "checks")).hasSize(8);
        Json.Obj tested =
                (Json.Obj) JsonReader.read(Cli.run("part", "test", "set", "--json").out());
        assertThat(tested.get("passed")).isEqualTo(Json.TRUE);
        assertThat(Cli.list(tested, "scenarios")).isNotEmpty();
        assertThat(Cli.run("part", "check", "nothing_like_it").exit()).isEqualTo(2);
    }

    @Test
    void the_catalogs_pages_are_written_and_compared() throws Exception {
        String docs = folder.resolve("docs").toString();
        Cli.Result before = Cli.run("part", "docs", "--out", docs, "--check");
        assertThat(before.exit()).isEqualTo(1);
        assertThat(before.out()).contains("stale: ").contains("README.md");
        assertThat(Path.of(docs)).doesNotExist();

        assertThat(Cli.run("part", "docs", "--out", docs).exit()).isZero();
        Cli.Result after = Cli.run("part", "docs", "--out", docs, "--check");
        assertThat(after.exit()).isZero();
        assertThat(after.out()).isEmpty();

        Files.writeString(Path.of(docs, "set.md"), "by hand");
        assertThat(Cli.run("part", "docs", "--out", docs, "--check").out()).contains("set.md");
    }
}
