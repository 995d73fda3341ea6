package dev.arcrun.catalog.scenario;

import io.cucumber.gherkin.GherkinParser;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.PickleDocString;
import io.cucumber.messages.types.PickleStep;
import io.cucumber.messages.types.PickleStepArgument;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a {@code .feature} file. */
public final class FeatureReader {
    private FeatureReader() {}

    /**
     * @param scenarios every scenario, and every example of an outline
     * @param problems why the text is no feature, a sentence each; empty when it is one
     */
    public record Feature(List<Scenario> scenarios, List<String> problems) {
        public Feature {
            scenarios = List.copyOf(scenarios);
            problems = List.copyOf(problems);
        }
    }

    /**
     * @param fileName for the problems
     */
    public static Feature read(String text, String fileName) {
        List<Scenario> scenarios = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        var parser =
                GherkinParser.builder()
                        .includeSource(false)
                        .includeGherkinDocument(false)
                        .includePickles(true)
                        .build();
        parser.parse(fileName, text.getBytes(StandardCharsets.UTF_8))
                .forEach(message -> take(message, fileName, scenarios, problems));
        return new Feature(scenarios, problems);
    }

    private static void take(
            Envelope message, String fileName, List<Scenario> scenarios, List<String> problems) {
        message.getPickle().ifPresent(pickle -> scenarios.add(scenario(pickle)));
        message.getParseError()
                .ifPresent(error -> problems.add(fileName + ": " + error.getMessage()));
    }

    private static Scenario scenario(Pickle pickle) {
        int line = pickle.getLocation().map(place -> place.getLine()).orElse(1);
        return new Scenario(
                pickle.getName(),
                line,
                pickle.getSteps().stream().map(FeatureReader::step).toList());
    }

    private static Scenario.Step step(PickleStep step) {
        Optional<PickleDocString> block =
                step.getArgument().flatMap(PickleStepArgument::getDocString);
        return new Scenario.Step(
                step.getText(),
                block.map(PickleDocString::getContent).orElse(null),
                block.flatMap(PickleDocString::getMediaType).orElse(""));
    }
}
