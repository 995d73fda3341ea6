package dev.arcrun.catalog.acceptance;

import dev.arcrun.catalog.scenario.Played;
import dev.arcrun.catalog.scenario.Scenario;
import dev.arcrun.engine.value.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How one scenario of a part went.
 *
 * @param file where it stands
 */
public record ScenarioResult(String file, Scenario scenario, Played played) {
    public boolean passed() {
        return played.mistakes().isEmpty();
    }

    /** {@code {name, file, line, passed, message?}}. */
    public Json.Obj json() {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("name", Json.of(scenario.name()));
        members.put("file", Json.of(file));
        members.put("line", Json.of(scenario.line()));
        members.put("passed", Json.of(passed()));
        if (!passed()) {
            members.put("message", Json.of(String.join(" ", played.mistakes())));
        }
        return new Json.Obj(members);
    }
}
