package dev.arcrun.catalog.acceptance;

import dev.arcrun.engine.value.Json;
import java.util.List;

/**
 * What came of checking a part.
 *
 * @param checks in the order they were made
 */
public record AcceptanceReport(String part, List<CheckResult> checks) {
    public AcceptanceReport {
        checks = List.copyOf(checks);
    }

    public boolean passed() {
        return checks.stream().allMatch(CheckResult::passed);
    }

    /** {@code {part, passed, checks: [{name, passed, figure, limit?, message?}]}}. */
    public Json.Obj json() {
        return Json.object(
                "part", Json.of(part),
                "passed", Json.of(passed()),
                "checks", Json.array(checks.stream().map(CheckResult::json).toList()));
    }
}
