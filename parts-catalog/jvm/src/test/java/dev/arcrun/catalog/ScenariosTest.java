package dev.arcrun.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.catalog.scenario.FeatureReader;
import dev.arcrun.catalog.scenario.Scenario;
import dev.arcrun.catalog.scenario.ScenarioRunner;
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

    @AfterAll
    static void close() {
        PARTS.close();
    }

    @TestFactory
    Stream<DynamicTest> a_part_does_what_its_scenarios_say() {
        return Parts.CATALOG.parts().stream().flatMap(part -> scenariosOf(part.id()));
    }

    private static Stream<DynamicTest> scenariosOf(String id) {
        var runner = new ScenarioRunner(PARTS.sandbox(), Parts.module(id), Limits.DEFAULT);
        return feature(id).scenarios().stream()
                .map(scenario ->
                        DynamicTest.dynamicTest(
                                id + ":" + scenario.line() + " " + scenario.name(),
                                () -> assertThat(runner.run(scenario)).isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> a_part_has_at_least_two_scenarios_that_can_be_read() {
        return Parts.CATALOG.parts().stream()
                .map(part ->
                        DynamicTest.dynamicTest(
                                part.id(),
                                () -> {
                                    assertThat(feature(part.id()).problems()).isEmpty();
                                    assertThat(
                                                    feature(part.id()).scenarios().stream()
                                                            .map(Scenario::name)
                                                            .distinct())
                                            .hasSizeGreaterThanOrEqualTo(2);
                                }));
    }

    private static FeatureReader.Feature feature(String id) {
        Path file = Path.of("..", "parts", id, "tests.feature");
        try {
            return FeatureReader.read(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
