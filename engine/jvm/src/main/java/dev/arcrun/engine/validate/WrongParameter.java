package dev.arcrun.engine.validate;

import dev.arcrun.engine.document.Edit;
import dev.arcrun.engine.document.Problem.QuickFix;
import dev.arcrun.engine.document.Problem.Severity;
import dev.arcrun.engine.part.Contract;
import dev.arcrun.engine.validate.Flow.Stop;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** WRONG_TYPE_PARAMETER: a written value isn't what the part's contract wants there. */
final class WrongParameter implements Rule {
    private static final String CODE = "WRONG_TYPE_PARAMETER";

    @Override
    public void check(Checked recipe, Findings findings) {
        for (Stop stop : recipe.flow.stops) {
            Contract contract = recipe.contract(stop);
            if (contract == null) {
                continue;
            }
            Map<String, Json> schemas = Schemas.properties(contract.inputSchema());
            stop.node
                    .parameters()
                    .members()
                    .forEach((name, value) -> {
                        for (Mismatch it : Conformity.of(value, schemas.get(name))) {
                            report(recipe, stop, contract, name, it, findings);
                        }
                    });
        }
    }

    private static void report(
            Checked recipe,
            Stop stop,
            Contract contract,
            String name,
            Mismatch mismatch,
            Findings findings) {
        List<Object> path = new ArrayList<>();
        path.add(name);
        path.addAll(mismatch.path());
        findings.add(
                mismatch.surely() ? Severity.ERROR : Severity.WARNING,
                Message.of(
                        CODE,
                        mismatch.kind(),
                        stop.name(),
                        contract.id(),
                        shown(path),
                        mismatch.wanted()),
                recipe.places.value(stop.name(), path),
                fixes(stop, path, mismatch, findings));
    }

    private static List<QuickFix> fixes(
            Stop stop, List<Object> path, Mismatch mismatch, Findings findings) {
        Json better = mismatch.better();
        return better == null
                ? List.of()
                : List.of(
                        new QuickFix(
                                findings.label("value", JsonWriter.compact(better)),
                                List.of(new Edit.SetParameter(stop.name(), path, better))));
    }

    private static String shown(List<Object> path) {
        var text = new StringBuilder();
        for (Object step : path) {
            text.append(text.isEmpty() ? "" : ".").append(step);
        }
        return text.toString();
    }
}
