package dev.arcrun.catalog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.catalog.Catalog;
import dev.arcrun.catalog.CatalogPart;
import dev.arcrun.engine.sandbox.Limits;
import dev.arcrun.engine.sandbox.PartModule;
import dev.arcrun.engine.sandbox.Sandbox;
import dev.arcrun.engine.sandbox.SandboxSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A scenario that doesn't hold is found out. */
class ScenarioRunnerTest {
    private static final PartModule SET =
            ((CatalogPart.Program) Catalog.load().find("set").orElseThrow()).module();
    private static final PartModule HTTP =
            ((CatalogPart.Program) Catalog.load().find("http_request").orElseThrow()).module();

    private static final String SET_ONE =
            "{\"operation\":\"set\",\"key\":\"k\",\"value\":1,\"ttl_seconds\":60}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '`',
            textBlock =
                    """
                    it fails with code "X"          ¦ "success":true
                    the error names "x"             ¦ "success":true
                    data.a is 2                     ¦ "a":1
                    data.b is 1                     ¦ "a":1
                    data.a is missing               ¦ "a":1
                    data.a matches "1"              ¦ "a":1
                    data.a is {                     ¦ no valid JSON
                    data is                         ¦ needs a block
                    result.success is false         ¦ "success":true
                    result.data.a is missing        ¦ "a":1
                    the request's url is "x"        ¦ nothing was requested
                    the store's "k" is 1            ¦ no such value
                    the store's "k" lives 1 seconds ¦ no such value
                    it does what it should          ¦ no such step
                    """)
    void a_step_that_does_not_hold_says_what_is(String step, String said) {
        String feature = feature("{\"values\":{\"a\":1}}", "Then " + step);
        assertThat(play(SET, feature)).singleElement().asString().contains(said).contains(step);
    }

    @Test
    void a_text_fits_a_pattern_only_as_a_whole() {
        String input = "{\"values\":{\"a\":\"x1y\"}}";
        assertThat(play(SET, feature(input, "Then data.a matches \"x[0-9]y\""))).isEmpty();
        assertThat(play(SET, feature(input, "Then data.a matches \"[0-9]\""))).hasSize(1);
    }

    @Test
    void members_in_another_order_are_found_out_where_order_is_asked_for() {
        String feature =
                feature("{\"values\":{\"a\":1,\"b\":2}}", "Then data is, in this order")
                        + "      \"\"\"\n      {\"b\":2,\"a\":1}\n      \"\"\"\n";
        assertThat(play(SET, feature)).hasSize(1);
        assertThat(play(SET, feature.replace(", in this order", ""))).isEmpty();
    }

    @Test
    void a_request_that_was_sent_is_found_out() {
        String feature = feature("{\"url\":\"https://e.test/\"}", "Then nothing was requested");
        assertThat(play(HTTP, feature)).singleElement().asString().contains("e.test");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '`',
            textBlock =
                    """
                    the store's "k" is 2            ¦ it is "1"
                    the store's "k" is missing      ¦ it is "1"
                    the store's "k" lives 9 seconds ¦ ttlSeconds=60
                    """)
    void what_is_stored_otherwise_is_found_out(String step, String said) throws Exception {
        String feature = feature(SET_ONE, "Then " + step);
        String stored =
                feature.replace("Given the input", "Given the store is empty\n    And the input");
        assertThat(play(store(), stored)).singleElement().asString().contains(said);
    }

    @Test
    void a_part_has_a_store_only_where_the_scenario_gives_it_one() throws Exception {
        assertThat(play(store(), feature(SET_ONE, "Then it succeeds")))
                .singleElement()
                .asString()
                .contains("STORAGE_NOT_ALLOWED");
    }

    @Test
    void the_store_keeps_what_it_has_when_the_part_runs_again() throws Exception {
        String feature =
                feature(SET_ONE, "And the part runs again with the input")
                        + """
                              \"""
                              {"operation":"get","key":"k"}
                              \"""
                            Then data.value is 1
                            And the store's "k" is 1
                        """;
        String stored =
                feature.replace("Given the input", "Given the store is empty\n    And the input");
        assertThat(play(store(), stored)).isEmpty();
        assertThat(play(store(), stored.replace("value is 1", "value is 2"))).hasSize(1);
    }

    @Test
    void a_scenario_that_never_runs_the_part_is_none() {
        String feature = feature("{}", "").replace("When the part runs", "");
        assertThat(play(SET, feature)).containsExactly("the part never runs in this scenario");
    }

    @Test
    void a_step_before_the_part_ran_is_out_of_order() {
        String feature = feature("{}", "").replace("When the part runs", "Then it succeeds");
        assertThat(play(SET, feature)).singleElement().asString().contains("hasn't run");
    }

    @Test
    void text_that_is_no_feature_is_said_with_its_place() {
        assertThat(FeatureReader.read("Scenario: x", "a.feature").problems())
                .singleElement()
                .asString()
                .startsWith("a.feature: (1:1)");
    }

    private static PartModule store() throws Exception {
        return PartModule.load(Files.readAllBytes(Path.of("..", "parts", "store", "store.wasm")));
    }

    private static String feature(String input, String then) {
        return """
        Feature: it
          Scenario: one
            Given the input
              \"""json
              %s
              \"""
            When the part runs
            %s
        """
                .formatted(input, then);
    }

    private static List<String> play(PartModule part, String feature) {
        try (var sandbox =
                new Sandbox(new SandboxSettings(1, null, SandboxSettings.Compilation.NEVER))) {
            Scenario scenario = FeatureReader.read(feature, "it.feature").scenarios().getFirst();
            return new ScenarioRunner(sandbox, part, Limits.DEFAULT).run(scenario);
        }
    }
}
