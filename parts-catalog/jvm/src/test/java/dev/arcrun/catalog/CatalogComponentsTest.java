package dev.arcrun.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.part.Component;
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
}
