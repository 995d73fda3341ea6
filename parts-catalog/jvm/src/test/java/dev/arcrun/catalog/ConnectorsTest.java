package dev.arcrun.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.catalog.service.Services;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every connector of the catalog keeps to. */
class ConnectorsTest {
    private static final Path FOLDER = Path.of("..", "connectors");
    private static final Services SERVICES = Services.in(FOLDER.resolve("services"));

    static List<CatalogPart.Declared> connectors() {
        return Parts.connectors();
    }

    @Test
    void every_file_of_the_folder_is_in_the_catalog() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(connectors().stream().map(part -> part.id() + ".yaml"))
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(file -> file.getFileName().toString())
                                    .filter(name -> name.endsWith(".yaml"))
                                    .toList());
        }
        assertThat(connectors().stream().map(CatalogPart::id))
                .contains("telegram_send", "webhook_post", "google_sheets_append");
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void what_it_was_verified_against_is_there_and_is_told_with_source_and_day(
            CatalogPart.Declared part) {
        Verification verification = Verification.of(part.description(), SERVICES);
        assertThat(verification.problems()).isEmpty();
        assertThat(part.verified()).isEqualTo(verification.verified());
        if (part.verified() != null) {
            assertThat(part.verified().source()).startsWith("https://");
            assertThat(part.verified().read()).matches("\\d{4}-\\d\\d-\\d\\d");
        }
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void its_scenarios_say_what_happens_when_the_service_fails(CatalogPart.Declared part)
            throws IOException {
        String feature = Files.readString(FOLDER.resolve(part.id() + ".feature"));
        for (String status : List.of("401", "429", "500")) {
            assertThat(answersWith(feature, status))
                    .as("a scenario of %s with %s", part.id(), status)
                    .isTrue();
        }
        assertThat(feature).as("a scenario of %s with a page", part.id()).contains("\"\"\"html");
    }

    /** By itself or as an example of an outline. */
    private static boolean answersWith(String feature, String status) {
        String outline = "(?s)the service answers (?:\"<|<).*\\|\\s*\"?" + status + "\\b";
        String single = "the service answers \"?" + status + "\\b";
        return Pattern.compile(single + "|" + outline).matcher(feature).find();
    }

    @Test
    void every_service_is_used_by_a_connector() throws IOException {
        String contracts = "";
        for (CatalogPart.Declared part : connectors()) {
            contracts += Files.readString(FOLDER.resolve(part.id() + ".yaml"));
        }
        try (Stream<Path> files = Files.list(FOLDER.resolve("services"))) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString().replace(".yaml", "");
                assertThat(contracts).contains("service: " + name);
            }
        }
    }
}
