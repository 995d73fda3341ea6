package dev.arcrun.catalog.acceptance;

import java.util.ArrayList;
import java.util.List;

/** Whether there are two scenarios and more, and the part does what each of them says. */
final class GherkinCheck implements Check {
    private static final int LEAST = 2;

    @Override
    public String name() {
        return "gherkin";
    }

    @Override
    public CheckResult on(Subject subject) {
        List<String> wrong = new ArrayList<>(subject.scenarios().problems());
        List<ScenarioResult> played = subject.played();
        long names = played.stream().map(each -> each.scenario().name()).distinct().count();
        if (names < LEAST) {
            wrong.add(
                    "A part needs at least two scenarios, in a file tests.feature beside its contract.");
        }
        List<ScenarioResult> failed = played.stream().filter(each -> !each.passed()).toList();
        failed.forEach(each ->
                wrong.add(
                        each.file()
                                + ":"
                                + each.scenario().line()
                                + ": "
                                + each.scenario().name()
                                + ": "
                                + String.join(" ", each.played().mistakes())));
        String figure = played.size() - failed.size() + " of " + played.size();
        return wrong.isEmpty()
                ? CheckResult.passed(name(), figure, null)
                : CheckResult.failed(name(), figure, null, String.join("\n", wrong));
    }
}
