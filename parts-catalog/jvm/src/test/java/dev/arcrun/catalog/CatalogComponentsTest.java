package dev.arcrun.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.catalog.contract.ContractReader;
import dev.arcrun.catalog.contract.ContractReading;
import dev.arcrun.engine.part.Component;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogComponentsTest {
    private static final CatalogComponents COMPONENTS =
            new CatalogComponents(Parts.CATALOG, List.of());

    @Test
    void a_part_is_found_by_its_id_with_its_contract() {
        var part = (Component.Part) COMPONENTS.resolve("string_ops");
        assertThat(part.id()).isEqualTo("string_ops");
        assertThat(part.contract())
                .isEqualTo(Parts.CATALOG.find("string_ops").orElseThrow().description().contract());
    }

    @ParameterizedTest
    @CsvSource({
        "__HTTP_REQ_URL__, http_request",
        "__CODE_URL__, code",
        "https://arcrun-string-ops.someone.workers.dev, string_ops",
        "https://arcrun-if_control.a.b.workers.dev/run?x=1, if_control",
        "HTTPS://Arcrun-Set.someone.workers.dev/, set"
    })
    void other_names_of_a_part_mean_it(String name, String id) {
        assertThat(COMPONENTS.resolve(name))
                .isInstanceOfSatisfying(
                        Component.Part.class, part -> assertThat(part.id()).isEqualTo(id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/hook",
                "http://127.0.0.1:8080",
                "https://arcrun-unheard-of.someone.workers.dev/",
                "https://arcrun-set.workers.dev.example.com/",
                "https://arcrun-set.someone.workers.dev.example.com/"
            })
    void any_other_address_is_called(String url) {
        assertThat(COMPONENTS.resolve(url)).isEqualTo(new Component.Url(url));
    }

    @ParameterizedTest
    @CsvSource({
        "gmail, gmail_send",
        "telegram, telegram_send",
        "google_sheets, google_sheets_append",
        "line_notify, line_notify_send"
    })
    void an_old_name_means_the_connector_that_took_its_place(String name, String id) {
        var components = new CatalogComponents(Parts.CATALOG, List.of(ownPart(id)));
        assertThat(components.resolve(name))
                .isInstanceOfSatisfying(
                        Component.Part.class, part -> assertThat(part.id()).isEqualTo(id));
    }

    @Test
    void an_own_part_with_an_old_name_comes_before_what_took_its_place() {
        var parts = List.of(ownPart("gmail_send"), ownPart("gmail"));
        var components = new CatalogComponents(Parts.CATALOG, parts);
        assertThat(((Component.Part) components.resolve("gmail")).id()).isEqualTo("gmail");
    }

    @ParameterizedTest
    @CsvSource({
        // printf string_ops | sha256sum
        "cmp_19e62efd, string_ops",
        "rec_19e62efd, string_ops",
        "cmp_01c41f0b, http_request",
        "rec_3366235b, telegram_send",
        "rec_3f404629, telegram_send"
    })
    void a_hash_name_means_the_part_it_was_made_of(String name, String id) {
        var components = new CatalogComponents(Parts.CATALOG, List.of(ownPart("telegram_send")));
        assertThat(components.resolve(name))
                .isInstanceOfSatisfying(
                        Component.Part.class, part -> assertThat(part.id()).isEqualTo(id));
    }

    @Test
    void a_hash_name_may_stand_for_trigger_workflow() {
        assertThat(COMPONENTS.resolve("cmp_9994d006")).isEqualTo(new Component.Workflow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"cmp_00000000", "rec_19e62efd0", "cmp_19e62ef", "CMP_19e62efd"})
    void a_hash_name_of_nothing_known_is_unknown(String name) {
        assertThat(COMPONENTS.resolve(name)).isInstanceOf(Component.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"comp_passthrough", "comp_uppercase", "comp_counter"})
    void an_old_built_in_gets_the_whole_scope(String name) {
        assertThat(COMPONENTS.resolve(name)).isEqualTo(new Component.Part(name, null));
        var own = new CatalogComponents(Parts.CATALOG, List.of(ownPart(name)));
        assertThat(((Component.Part) own.resolve(name)).contract()).isNotNull();
    }

    @Test
    void trigger_workflow_runs_another_recipe() {
        assertThat(COMPONENTS.resolve("trigger_workflow")).isEqualTo(new Component.Workflow());
    }

    @Test
    void a_mistyped_name_gets_the_nearest_ones() {
        assertThat(COMPONENTS.resolve("strng_ops"))
                .isEqualTo(new Component.Unknown("strng_ops", List.of("string_ops")));
        assertThat(COMPONENTS.resolve("https:// x")).isInstanceOf(Component.Unknown.class);
    }

    @Test
    void the_workspaces_own_part_hides_the_catalogs() {
        OwnPart own =
                new OwnPart(
                        Parts.CATALOG.find("merge").orElseThrow().description(), Path.of("merge"));
        var components = new CatalogComponents(Parts.CATALOG, List.of(own));
        assertThat(components.own("merge")).contains(own);
        assertThat(components.own("set")).isEmpty();
        assertThat(components.resolve("merge")).isInstanceOf(Component.Part.class);
    }

    private static OwnPart ownPart(String id) {
        String contract;
        try {
            contract = Files.readString(Path.of("..", "parts", "merge", "contract.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var reading =
                ContractReader.read(
                        contract.replace("canonical_id: merge", "canonical_id: " + id), id);
        return new OwnPart(((ContractReading.Read) reading).part(), Path.of(id));
    }
}
