package dev.arcrun.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arcrun.catalog.contract.ContractReader;
import dev.arcrun.catalog.contract.ContractReading;
import dev.arcrun.catalog.scenario.FeatureReader;
import dev.arcrun.engine.value.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewPartTest {
    @ParameterizedTest
    @EnumSource(PartTemplate.class)
    void a_new_part_has_a_valid_contract_two_scenarios_and_instructions(PartTemplate template) {
        Map<String, String> files = NewPart.files(template, "greet_guest");

        ContractReading contract =
                ContractReader.read(text(files, "contract.yaml"), "contract.yaml");
        assertThat(contract).as(contract.toString()).isInstanceOf(ContractReading.Read.class);
        var part = ((ContractReading.Read) contract).part();
        assertThat(part.id()).isEqualTo("greet_guest");
        assertThat(part.displayName().in("en")).isEqualTo("Greet guest");
        var feature = FeatureReader.read(text(files, "tests.feature"), "tests.feature");
        assertThat(feature.problems()).isEmpty();
        assertThat(feature.scenarios()).hasSize(2);
        assertThat(text(files, "README.md"))
                .startsWith("# Greet guest")
                .contains("arcrun part check .");
        JsonReader.read(text(files, "input.json"));
    }

    @ParameterizedTest
    @EnumSource(PartTemplate.class)
    void no_placeholder_stays(PartTemplate template) {
        assertThat(NewPart.files(template, "a").toString()).doesNotContainPattern("__[A-Z_]+__");
    }

    @Test
    void a_part_in_assemblyscript_gets_the_catalogs_own_tools() throws IOException {
        Map<String, String> files = NewPart.files(PartTemplate.ASSEMBLYSCRIPT, "a");

        assertThat(text(files, "lib/json.ts"))
                .isEqualTo(Files.readString(Path.of("../lib/json.ts")));
        assertThat(files).containsKeys("index.ts", "package-lock.json", ".gitignore");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "1a", "a-b", "../a", "a b", "ä", "a.b"})
    void what_is_no_id_is_refused(String id) {
        assertThat(NewPart.isId(id)).isFalse();
        assertThatThrownBy(() -> NewPart.files(PartTemplate.C, id))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_id_has_at_most_64_characters() {
        assertThat(NewPart.isId("a".repeat(64))).isTrue();
        assertThat(NewPart.isId("a".repeat(65))).isFalse();
    }

    private static String text(Map<String, String> files, String name) {
        return Objects.requireNonNull(files.get(name), name);
    }
}
