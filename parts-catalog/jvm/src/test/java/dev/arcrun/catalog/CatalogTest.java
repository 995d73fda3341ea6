package dev.arcrun.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.catalog.contract.ContractReader;
import dev.arcrun.catalog.contract.ContractReading;
import dev.arcrun.catalog.contract.LocalText;
import dev.arcrun.catalog.contract.PartDescription;
import dev.arcrun.catalog.contract.SharedErrors;
import dev.arcrun.engine.sandbox.HostServices;
import dev.arcrun.engine.sandbox.HttpAnswer;
import dev.arcrun.engine.sandbox.HttpCall;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogTest {
    private static final int LARGEST = 60 * 1024;
    private static final Pattern FAILS = Pattern.compile("fail\\(\\s*\"([A-Z][A-Z0-9_]+)\"");

    static List<CatalogPart.Program> programs() {
        return Parts.programs();
    }

    static List<CatalogPart> parts() {
        return Parts.CATALOG.parts();
    }

    @Test
    void the_parts_for_the_start_are_there() {
        assertThat(parts().stream().map(CatalogPart::id))
                .contains(
                        "array_ops",
                        "code",
                        "comp_counter",
                        "comp_passthrough",
                        "comp_uppercase",
                        "cron",
                        "csv",
                        "date_ops",
                        "filter",
                        "foreach_control",
                        "hash",
                        "html_text",
                        "http_request",
                        "if_control",
                        "json_path",
                        "merge",
                        "number_ops",
                        "set",
                        "store",
                        "string_ops",
                        "switch",
                        "text_template",
                        "try_catch",
                        "validate_json",
                        "wait",
                        "xml_to_json")
                .isSorted();
    }

    @ParameterizedTest
    @MethodSource("parts")
    void the_index_says_what_the_contract_says(CatalogPart part) throws IOException {
        Path file =
                switch (part) {
                    case CatalogPart.Program it -> Path.of("..", "parts", it.id(), "contract.yaml");
                    case CatalogPart.Declared it -> Path.of("..", "connectors", it.id() + ".yaml");
                };
        var read =
                (ContractReading.Read) ContractReader.read(Files.readString(file), file.toString());
        assertThat(part.description()).isEqualTo(read.part());
    }

    @ParameterizedTest
    @MethodSource("programs")
    void the_program_is_the_committed_one(CatalogPart.Program part) throws IOException {
        byte[] committed =
                Files.readAllBytes(Path.of("..", "parts", part.id(), part.id() + ".wasm"));
        assertThat(part.wasm()).isEqualTo(committed);
        assertThat(part.sha256()).isEqualTo(CatalogIndex.sha256(committed));
        assertThat(part.size()).isEqualTo(committed.length);
        assertThat(part.module().isCompiled()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void a_program_is_small(CatalogPart.Program part) {
        int limit = part.id().equals("code") ? 700 * 1024 : LARGEST;
        assertThat(part.size()).isLessThanOrEqualTo(limit);
        assertThat(part.size()).isLessThanOrEqualTo((int) (part.description().maxSizeKb() * 1024));
    }

    @ParameterizedTest
    @MethodSource("parts")
    void a_part_is_described_in_both_languages(CatalogPart part) {
        PartDescription it = part.description();
        for (String language : List.of("en", "zh-TW")) {
            assertThat(it.displayName().byLanguage()).containsKey(language);
            assertThat(it.description().byLanguage()).containsKey(language);
        }
        assertThat(it.contract().inputSchema().get("properties")).isInstanceOf(Json.Obj.class);
        ((Json.Obj) Objects.requireNonNull(it.contract().inputSchema().get("properties")))
                .members()
                .forEach((name, property) ->
                        assertThat(property)
                                .as(name)
                                .satisfies(of -> {
                                    Json.Obj object = (Json.Obj) of;
                                    assertThat(object.get("title")).isNotNull();
                                    assertThat(object.get("x-zh-TW")).isNotNull();
                                }));
    }

    @ParameterizedTest
    @MethodSource("programs")
    void the_example_runs(CatalogPart.Program part) {
        var web =
                new HostServices() {
                    @Override
                    public HttpAnswer http(HttpCall call) {
                        return new HttpAnswer(
                                200, List.of(), "[]".getBytes(StandardCharsets.UTF_8));
                    }

                    @Override
                    public void kvPut(String key, String value, long ttlSeconds) {}
                };
        try (var parts = new Parts()) {
            Json.Obj result =
                    parts.call(
                                    part.id(),
                                    JsonWriter.compact(part.description().configExample()),
                                    web)
                            .result();
            if (Parts.BARE.contains(part.id())) {
                assertThat(result.members().keySet())
                        .containsAll(part.description().configExample().members().keySet());
                return;
            }
            assertThat(result.get("success")).as(part.id()).isEqualTo(Json.TRUE);
            assertThat(result.get("data")).isNotNull();
        }
    }

    @Test
    void texts_fall_back_to_english() {
        PartDescription set = Parts.CATALOG.find("set").orElseThrow().description();
        assertThat(set.displayName().in("zh-TW")).isEqualTo("設定值");
        assertThat(set.displayName().in("fr")).isEqualTo("Set values");
    }

    /** The codes that its own sources name; those of the shared library are shared. */
    static Stream<Arguments> codesInSources() throws IOException {
        List<Arguments> codes = new ArrayList<>();
        for (CatalogPart.Program part : Parts.programs()) {
            try (Stream<Path> files = Files.list(Path.of("..", "parts", part.id()))) {
                for (Path file : files.filter(it -> it.toString().endsWith(".ts")).toList()) {
                    Matcher named = FAILS.matcher(Files.readString(file));
                    while (named.find()) {
                        codes.add(Arguments.of(part.description(), named.group(1)));
                    }
                }
            }
        }
        return codes.stream();
    }

    @ParameterizedTest
    @MethodSource("codesInSources")
    void every_error_code_is_explained_in_both_languages(PartDescription part, String code) {
        LocalText meaning = part.meaningOf(code);
        LocalText told = meaning.byLanguage().isEmpty() ? SharedErrors.meaningOf(code) : meaning;
        assertThat(told.byLanguage().keySet())
                .as(part.id() + " " + code)
                .containsExactlyInAnyOrder("en", "zh-TW");
    }
}
