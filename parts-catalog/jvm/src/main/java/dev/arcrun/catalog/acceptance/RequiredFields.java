package dev.arcrun.catalog.acceptance;

import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonWriter;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether the program fails without each required field, and names it. */
final class RequiredFields implements Check {
    @Override
    public String name() {
        return "required_fields";
    }

    @Override
    public CheckResult on(Subject subject) {
        Set<String> required = subject.part().contract().required();
        int named = 0;
        String wrong = null;
        for (String field : required.stream().sorted().toList()) {
            Json.Obj result = subject.call(subject.part().configExample().without(field)).result();
            if (names(result, field)) {
                named++;
            } else if (wrong == null) {
                wrong =
                        "Without `"
                                + field
                                + "` the part must fail with an error that names it; it gave "
                                + JsonWriter.compact(result);
            }
        }
        String figure = named + " of " + required.size();
        return wrong == null
                ? CheckResult.passed(name(), figure, null)
                : CheckResult.failed(name(), figure, null, wrong);
    }

    private static boolean names(Json.Obj result, String field) {
        return Json.FALSE.equals(result.get("success"))
                && result.get("error") instanceof Json.Str(String error)
                && Pattern.compile("(?<![A-Za-z0-9_])" + Pattern.quote(field) + "(?![A-Za-z0-9_])")
                        .matcher(error)
                        .find();
    }
}
