package dev.arcrun.catalog.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arcrun.catalog.Catalog;
import dev.arcrun.catalog.CatalogFiles;
import dev.arcrun.catalog.CatalogPart;
import dev.arcrun.catalog.scenario.Played;
import dev.arcrun.engine.value.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptanceTest {
    private static final Catalog CATALOG = Catalog.load();
    private static final Acceptance ACCEPTANCE =
            new Acceptance(new ConnectorScenarios(CatalogFiles.services()));
    private static final String GREETING =
            """
            canonical_id: greeting
            display_name: { en: Greeting }
            description: { en: Greets. }
            category: data
            version: v1
            author: someone
            stability: stable
            runtime: wasm
            constraints: { max_size_kb: 512, max_cold_start_ms: 600000, no_network_syscall: true, no_filesystem_syscall: true, io_model: stdin_stdout_json }
            credentials_required: []
            input_schema: { type: object }
            output_schema: { type: object, required: [text] }
            config_example: {}
            """;
    private static final String CONNECTOR =
            GREETING.replace(
                            "runtime: wasm",
                            "runtime: connector\n"
                                    + "network: { hosts: [a.example] }\n"
                                    + "request: { method: POST, url: 'https://a.example' }")
                    .replace("no_network_syscall: true", "no_network_syscall: false");
    private static final String TWO_SCENARIOS =
            """
            Feature: Greeting
              Scenario: One
                When the part runs
                Then it succeeds
              Scenario: Two
                When the part runs
                Then it succeeds
            """;

    @TempDir Path folder;

    @AfterAll
    static void close() {
        ACCEPTANCE.close();
    }

    static List<CatalogPart> catalog() {
        return CATALOG.parts();
    }

    @ParameterizedTest
    @MethodSource("catalog")
    void every_part_of_the_catalog_is_accepted(CatalogPart part) {
        AcceptanceReport report = ACCEPTANCE.check(patient(Candidate.of(part)));

        assertThat(report.checks()).allSatisfy(result -> assertThat(result.message()).isNull());
        assertThat(report.checks().stream().map(CheckResult::name))
                .containsExactlyElementsOf(
                        switch (part) {
                            case CatalogPart.Program _ ->
                                    List.of(
                                            "contract",
                                            "size_check",
                                            "import_scan",
                                            "cold_start",
                                            "schema",
                                            "gherkin",
                                            "determinism",
                                            "required_fields");
                            case CatalogPart.Declared _ -> List.of("contract", "schema", "gherkin");
                        });
    }

    @Test
    void a_report_is_json_with_a_figure_for_each_check() {
        Json.Obj report = ACCEPTANCE.check(patient(Candidate.of(part("merge")))).json();

        assertThat(report.get("part")).isEqualTo(Json.of("merge"));
        assertThat(report.get("passed")).isEqualTo(Json.TRUE);
        assertThat(((Json.Arr) Objects.requireNonNull(report.get("checks"))).items().get(1))
                .isEqualTo(
                        Json.object(
                                "name", Json.of("size_check"),
                                "passed", Json.TRUE,
                                "figure", Json.of(part("merge").size() + " bytes"),
                                "limit", Json.of("61440 bytes")));
    }

    @Test
    void an_invalid_contract_ends_the_examination() throws IOException {
        AcceptanceReport report = check(merge(it -> it.replace("category: data", "category: fun")));

        assertThat(report.passed()).isFalse();
        assertThat(report.checks()).hasSize(1);
        assertThat(failure(report, "contract")).contains("contract.yaml:6:11: category: `fun`");
    }

    @Test
    void a_program_over_its_size_fails() throws IOException {
        CheckResult result =
                result(
                        check(merge(it -> it.replace("max_size_kb: 60", "max_size_kb: 1"))),
                        "size_check");

        assertThat(result.passed()).isFalse();
        assertThat(result.figure()).isEqualTo(part("merge").size() + " bytes");
        assertThat(result.limit()).isEqualTo("1024 bytes");
    }

    @Test
    void a_missing_program_is_said_and_nothing_is_run() throws IOException {
        write("contract.yaml", GREETING);
        AcceptanceReport report = check();

        assertThat(failure(report, "size_check")).contains("greeting.wasm").contains("part build");
        assertThat(result(report, "cold_start").figure()).isEqualTo("not made");
        assertThat(failure(report, "gherkin")).contains("can't be loaded");
    }

    @Test
    void an_import_no_host_gives_is_named() throws IOException {
        guest("stranger");
        AcceptanceReport report = check();

        assertThat(failure(report, "import_scan")).contains("`env.open_door`");
        assertThat(result(report, "size_check").passed()).isTrue();
        assertThat(result(report, "determinism").figure()).isEqualTo("not made");
    }

    @Test
    void words_in_place_of_a_program_are_refused() throws IOException {
        write("contract.yaml", GREETING);
        write("greeting.wasm", "I promise to be WebAssembly");

        assertThat(failure(check(), "import_scan")).contains("not a");
    }

    @Test
    void a_part_without_network_may_not_import_the_network() throws IOException {
        guest("caller");
        assertThat(failure(check(), "import_scan"))
                .contains("`u6u.http_request`")
                .contains("no_network_syscall");

        write(
                "contract.yaml",
                GREETING.replace("no_network_syscall: true", "no_network_syscall: false"));
        assertThat(result(check(), "import_scan").passed()).isTrue();
    }

    @Test
    void a_start_slower_than_promised_fails_with_the_time_it_took() throws IOException {
        AcceptanceReport report =
                check(
                        merge(it ->
                                it.replace("max_cold_start_ms: 500", "max_cold_start_ms: 0.0001")));

        assertThat(result(report, "cold_start").passed()).isFalse();
        assertThat(result(report, "cold_start").figure()).matches("\\d+\\.\\d ms");
    }

    @Test
    void a_result_that_doesnt_fit_the_output_schema_is_shown() throws IOException {
        AcceptanceReport report =
                check(
                        merge(it ->
                                it.replace(
                                        "output_schema:\n  type: object",
                                        "output_schema:\n  type: object\n  required: [city]")));

        assertThat(result(report, "schema").figure()).isEqualTo("8 of 9 results");
        assertThat(failure(report, "schema")).contains("`city` is missing").contains("\"data\":");
    }

    @Test
    void an_example_the_part_refuses_is_said() throws IOException {
        AcceptanceReport report =
                check(
                        merge(it ->
                                it.replace("items: { type: [object, \"null\"] }", "items: {}")
                                        .replace("{ limit: 20 }", "20")));

        assertThat(failure(report, "schema")).contains("config_example").contains("INVALID_TYPE");
    }

    @Test
    void a_scenario_that_doesnt_hold_is_named_with_its_line() throws IOException {
        merge(it -> it);
        write(
                "tests.feature",
                TWO_SCENARIOS.replace("Then it succeeds", "Then data.city is \"Paris\""));
        AcceptanceReport report = check();

        assertThat(result(report, "gherkin").figure()).isEqualTo("0 of 2");
        assertThat(failure(report, "gherkin"))
                .contains("tests.feature:2: One")
                .contains("tests.feature:5: Two");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Feature: Nothing",
                "Feature: One\n  Scenario: One\n    When the part runs",
                "not a feature",
                ""
            })
    void fewer_than_two_scenarios_fail(String feature) throws IOException {
        merge(it -> it);
        write("tests.feature", feature);

        assertThat(failure(check(), "gherkin")).contains("at least two scenarios");
    }

    @Test
    void scenarios_may_stand_in_the_contract() throws IOException {
        guest("chance");
        Files.delete(folder.resolve("tests.feature"));
        write("contract.yaml", GREETING + "gherkin_tests: |\n" + TWO_SCENARIOS.indent(2));

        assertThat(result(check(), "gherkin").figure()).isEqualTo("2 of 2");
    }

    @Test
    void chance_is_found_unless_the_contract_admits_it() throws IOException {
        guest("chance");
        assertThat(failure(check(), "determinism")).contains("deterministic: false");

        write("contract.yaml", GREETING + "deterministic: false\n");
        assertThat(result(check(), "determinism").passed()).isTrue();
    }

    @Test
    void a_required_field_the_program_can_do_without_is_named() throws IOException {
        AcceptanceReport report =
                check(
                        merge(it ->
                                it.replace("required: [inputs]", "required: [inputs, deep]")
                                        .replace(
                                                "config_example:",
                                                "config_example:\n  deep: false")));

        assertThat(result(report, "required_fields").figure()).isEqualTo("1 of 2");
        assertThat(failure(report, "required_fields")).contains("Without `deep`");
    }

    @Test
    void a_connector_is_checked_by_whoever_can_play_it() throws IOException {
        write("contract.yaml", CONNECTOR);
        write("tests.feature", TWO_SCENARIOS);
        var answer =
                Json.object("success", Json.TRUE, "data", Json.object("text", Json.of("hello")));

        try (var able = new Acceptance(_ -> _ -> new Played(List.of(), answer))) {
            AcceptanceReport report = able.check(Candidate.in(folder));
            assertThat(report.passed()).isTrue();
            assertThat(report.checks().stream().map(CheckResult::name))
                    .containsExactly("contract", "schema", "gherkin");
        }
    }

    @Test
    void scenarios_are_played_alone_too() throws Exception {
        List<ScenarioResult> results = ACCEPTANCE.play(Candidate.of(part("set")));

        assertThat(results).isNotEmpty().allMatch(ScenarioResult::passed);
        assertThat(results.getFirst().json().get("line")).isInstanceOf(Json.Num.class);
    }

    @Test
    void what_cant_be_played_says_why() throws IOException {
        write("contract.yaml", GREETING);
        assertThatThrownBy(() -> ACCEPTANCE.play(Candidate.in(folder)))
                .isInstanceOf(UnplayableException.class)
                .hasMessageContaining("greeting.wasm");
        write("contract.yaml", "nothing: here");
        assertThatThrownBy(() -> ACCEPTANCE.play(Candidate.in(folder)))
                .isInstanceOf(UnplayableException.class)
                .hasMessageContaining("contract.yaml:1:");
    }

    @Test
    void files_that_are_no_text_are_refused() throws IOException {
        Files.write(folder.resolve("contract.yaml"), new byte[] {(byte) 0xff, 0});
        assertThatThrownBy(() -> Candidate.in(folder)).hasMessageContaining("UTF-8");
        Files.write(folder.resolve("contract.yaml"), new byte[2_000_000]);
        assertThatThrownBy(() -> Candidate.in(folder)).hasMessageContaining("larger");
        Files.delete(folder.resolve("contract.yaml"));
        assertThatThrownBy(() -> Candidate.in(folder)).hasMessageContaining("no file");
    }

    /** The same with a limit on its start that a busy machine keeps too. */
    static Candidate patient(Candidate candidate) {
        String contract =
                candidate
                        .contract()
                        .text()
                        .replaceFirst("max_cold_start_ms: \\d+", "max_cold_start_ms: 600000");
        return new Candidate(
                candidate.name(),
                new Candidate.Text(candidate.contract().file(), contract),
                candidate.programs(),
                candidate.features());
    }

    private static CatalogPart.Program part(String id) {
        return (CatalogPart.Program) CATALOG.find(id).orElseThrow();
    }

    /** The catalog's merge with another contract. */
    private Path merge(UnaryOperator<String> change) throws IOException {
        write("contract.yaml", change.apply(part("merge").contractYaml()));
        write("tests.feature", part("merge").feature());
        Files.write(folder.resolve("merge.wasm"), part("merge").wasm());
        return folder;
    }

    private void guest(String name) throws IOException {
        write("contract.yaml", GREETING);
        write("tests.feature", TWO_SCENARIOS);
        try (InputStream wasm =
                Objects.requireNonNull(
                        AcceptanceTest.class.getResourceAsStream("/guests/" + name + ".wasm"))) {
            Files.write(folder.resolve("greeting.wasm"), wasm.readAllBytes());
        }
    }

    private void write(String file, String text) throws IOException {
        Files.write(folder.resolve(file), text.getBytes(StandardCharsets.UTF_8));
    }

    private AcceptanceReport check() throws IOException {
        return ACCEPTANCE.check(Candidate.in(folder));
    }

    private AcceptanceReport check(Path part) throws IOException {
        return ACCEPTANCE.check(Candidate.in(part));
    }

    private static CheckResult result(AcceptanceReport report, String check) {
        return report.checks().stream()
                .filter(it -> it.name().equals(check))
                .findFirst()
                .orElseThrow();
    }

    private static String failure(AcceptanceReport report, String check) {
        return Objects.requireNonNull(result(report, check).message(), check + " passed");
    }
}
