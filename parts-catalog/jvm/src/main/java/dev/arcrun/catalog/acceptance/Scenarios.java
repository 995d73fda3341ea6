package dev.arcrun.catalog.acceptance;

import dev.arcrun.catalog.contract.PartDescription;
import dev.arcrun.catalog.scenario.FeatureReader;
import dev.arcrun.catalog.scenario.Scenario;
import dev.arcrun.catalog.scenario.ScenarioPlayer;
import dev.arcrun.engine.value.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * The scenarios of a part: those of its {@code *.feature} files, else those in its contract.
 *
 * @param problems why a file is no feature, a sentence each
 */
record Scenarios(List<Located> all, List<String> problems) {
    record Located(String file, Scenario scenario) {}

    Scenarios {
        all = List.copyOf(all);
        problems = List.copyOf(problems);
    }

    static Scenarios of(Candidate candidate, PartDescription part) {
        List<Candidate.Text> features = new ArrayList<>(candidate.features());
        if (features.isEmpty()
                && part.json().get("gherkin_tests") instanceof Json.Str(String text)) {
            features.add(new Candidate.Text(candidate.contract().file() + "#gherkin_tests", text));
        }
        List<Located> all = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Candidate.Text feature : features) {
            FeatureReader.Feature read = FeatureReader.read(feature.text(), feature.file());
            problems.addAll(read.problems());
            read.scenarios().forEach(each -> all.add(new Located(feature.file(), each)));
        }
        return new Scenarios(all, problems);
    }

    List<ScenarioResult> play(ScenarioPlayer player) {
        return all.stream()
                .map(each ->
                        new ScenarioResult(
                                each.file(), each.scenario(), player.play(each.scenario())))
                .toList();
    }
}
