package dev.arcrun.catalog.acceptance;

import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether the same input gives the same result, unless the contract says it doesn't. */
final class Determinism implements Check {
    private static final int TIMES = 3;

    @Override
    public String name() {
        return "determinism";
    }

    @Override
    public CheckResult on(Subject subject) {
        if (!subject.part().deterministic()) {
            return CheckResult.passed(name(), "not promised", null);
        }
        List<String> first = results(subject);
        for (int i = 1; i < TIMES; i++) {
            List<String> again = results(subject);
            for (int at = 0; at < first.size(); at++) {
                if (!first.get(at).equals(again.get(at))) {
                    return CheckResult.failed(
                            name(),
                            "differs",
                            null,
                            "One input gave "
                                    + first.get(at)
                                    + " and then "
                                    + again.get(at)
                                    + ". If it uses the clock or chance, the contract says `deterministic: false`.");
                }
            }
        }
        String inputs = first.size() == 1 ? "1 input" : first.size() + " inputs";
        return CheckResult.passed(name(), inputs + ", " + TIMES + " times", null);
    }

    private static List<String> results(Subject subject) {
        List<String> results = new ArrayList<>();
        results.add(text(subject.call(subject.part().configExample()).result()));
        subject.playAgain().forEach(each -> results.add(text(each.played().result())));
        return results;
    }

    private static String text(Json.@Nullable Obj result) {
        return result == null ? "" : JsonWriter.compact(result);
    }
}
