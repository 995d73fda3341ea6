package dev.arcrun.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.catalog.scenario.FeatureReader;
import dev.arcrun.catalog.scenario.Scenario;
import dev.arcrun.catalog.scenario.ScenarioRunner;
import dev.arcrun.catalog.service.Services;
import dev.arcrun.engine.sandbox.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every scenario of every part, really executed. */
class ScenariosTest {
    private static final Parts PARTS = new Parts();
    private static final Services SERVICES = Services.in(Path.of("..", "connectors", "services"));

    @AfterAll
    static void close() {
        PARTS.close();
    }

    @TestFactory
    Stream<DynamicTest> a_part_does_what_its_scenarios_say() {
        return Parts.CATALOG.parts().stream().flatMap(ScenariosTest::scenariosOf);
    }

    private static Stream<DynamicTest> scenariosOf(CatalogPart part) {
        ScenarioRunner runner = runner(part);
        return feature(part).scenarios().stream()
                .map(scenario ->
                        DynamicTest.dynamicTest(
                                part.id() + ":" + scenario.line() + " " + scenario.name(),
                                () -> assertThat(runner.run(scenario)).isEmpty()));
    }

    private static ScenarioRunner runner(CatalogPart part) {
        return switch (part) {
            case CatalogPart.Program it ->
                    new ScenarioRunner(PARTS.sandbox(), Parts.module(it.id()), Limits.DEFAULT);
            case CatalogPart.Declared it ->
                    new ScenarioRunner(
                            it.connector(),
                            Verification.of(it.description(), SERVICES).operation());
        };
    }

    @TestFactory
    Stream<DynamicTest> a_part_has_at_least_two_scenarios_that_can_be_read() {
        return Parts.CATALOG.parts().stream()
                .map(part ->
                        DynamicTest.dynamicTest(
                                part.id(),
                                () -> {
                                    assertThat(feature(part).problems()).isEmpty();
                                    assertThat(
                                                    feature(part).scenarios().stream()
                                                            .map(Scenario::name)
                                                            .distinct())
                                            .hasSizeGreaterThanOrEqualTo(2);
                                }));
    }

    private static FeatureReader.Feature feature(CatalogPart part) {
        Path file =
                switch (part) {
                    case CatalogPart.Program it -> Path.of("..", "parts", it.id(), "tests.feature");
                    case CatalogPart.Declared it ->
                            Path.of("..", "connectors", it.id() + ".feature");
                };
        try {
            return FeatureReader.read(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
