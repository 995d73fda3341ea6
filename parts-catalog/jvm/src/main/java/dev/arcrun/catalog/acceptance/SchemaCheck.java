package dev.arcrun.catalog.acceptance;

import dev.arcrun.catalog.contract.ValueSchema;
import dev.arcrun.engine.part.Contract;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the example runs, and every successful result, of the example and of each scenario, fits
 * {@code output_schema}. That the example fits {@code input_schema} is a rule of the contract.
 */
final class SchemaCheck implements Check {
    @Override
    public String name() {
        return "schema";
    }

    @Override
    public CheckResult on(Subject subject) {
        Contract contract = subject.part().contract();
        List<Json.Obj> results = new ArrayList<>();
        subject.played()
                .forEach(each -> {
                    if (each.played().result() != null) {
                        results.add(each.played().result());
                    }
                });
        if (subject.isProgram()) {
            Json.Obj result = subject.call(subject.part().configExample()).result();
            if (!succeeded(result) && needsNothing(contract)) {
                return CheckResult.failed(
                        name(),
                        "example failed",
                        null,
                        "`config_example` fails: " + JsonWriter.compact(result));
            }
            results.addFirst(result);
        }
        List<Json.Obj> successes = results.stream().filter(SchemaCheck::succeeded).toList();
        if (successes.isEmpty()) {
            return CheckResult.failed(
                    name(),
                    "0 results",
                    null,
                    "No scenario succeeds, so that no result can be compared with `output_schema`.");
        }
        return compare(contract.outputSchema(), successes);
    }

    private CheckResult compare(Json.@Nullable Obj schema, List<Json.Obj> results) {
        List<String> wrong = new ArrayList<>();
        if (schema != null) {
            ValueSchema output = ValueSchema.of(schema);
            for (Json.Obj result : results) {
                List<String> mistakes = output.mistakes(data(result));
                if (!mistakes.isEmpty()) {
                    wrong.add(String.join(" ", mistakes) + " In " + JsonWriter.compact(result));
                }
            }
        }
        String figure = results.size() == 1 ? "1 result" : results.size() + " results";
        return wrong.isEmpty()
                ? CheckResult.passed(name(), figure, null)
                : CheckResult.failed(
                        name(),
                        wrong.size() + " of " + figure,
                        null,
                        "A result doesn't fit `output_schema`: " + wrong.getFirst());
    }

    private static boolean needsNothing(Contract contract) {
        return !contract.network() && !contract.storage() && contract.credentials().isEmpty();
    }

    /** An object without a word on success is no failure, and all of it is data. */
    private static boolean isBare(Json.Obj result) {
        return result.get("success") == null && result.get("error") == null;
    }

    private static boolean succeeded(Json.Obj result) {
        return isBare(result) || Json.TRUE.equals(result.get("success"));
    }

    private static Json data(Json.Obj result) {
        Json data = isBare(result) ? result : result.get("data");
        return data == null ? Json.NULL : data;
    }
}
