package dev.arcrun.engine.validate;

import dev.arcrun.engine.document.Edit;
import dev.arcrun.engine.document.Problem.QuickFix;
import dev.arcrun.engine.part.Contract;
import dev.arcrun.engine.validate.Flow.Stop;
import dev.arcrun.engine.value.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * UNKNOWN_PARAMETER: a part doesn't know a parameter. Where its contract leaves others open, only
 * what looks mistyped counts.
 */
final class UnknownParameter implements Rule {
    private static final String CODE = "UNKNOWN_PARAMETER";

    @Override
    public void check(Checked recipe, Findings findings) {
        for (Stop stop : recipe.flow.stops) {
            Contract contract = recipe.contract(stop);
            if (contract != null) {
                check(recipe, stop, contract, findings);
            }
        }
    }

    private static void check(Checked recipe, Stop stop, Contract contract, Findings findings) {
        Set<String> known = Schemas.properties(contract.inputSchema()).keySet();
        boolean closed = Json.FALSE.equals(contract.inputSchema().get("additionalProperties"));
        for (Map.Entry<String, Json> it : stop.node.parameters().members().entrySet()) {
            String name = it.getKey();
            if (known.contains(name) || isPathOfConnector(contract, name)) {
                continue;
            }
            List<String> near =
                    recipe.nearest.to(name, unset(stop, known)).stream()
                            .filter(meant -> closed || isSlip(name, meant))
                            .toList();
            if (closed || !near.isEmpty()) {
                report(recipe, stop, contract, it, near, findings);
            }
        }
    }

    /** Arcrun gives recipes of its API the path of the call that way. */
    private static boolean isPathOfConnector(Contract contract, String name) {
        return contract.runtime() == Contract.Runtime.CONNECTOR
                && (name.equals("_path") || name.equals("method"));
    }

    private static Set<String> unset(Stop stop, Set<String> known) {
        return known.stream()
                .filter(it -> stop.node.parameters().get(it) == null)
                .collect(Collectors.toSet());
    }

    /** Alike beyond one being the other's beginning, as `body` is of `body_json`. */
    private static boolean isSlip(String name, String meant) {
        return Stream.of(name, meant).noneMatch(String::isEmpty)
                && !name.startsWith(meant)
                && !meant.startsWith(name);
    }

    private static void report(
            Checked recipe,
            Stop stop,
            Contract contract,
            Map.Entry<String, Json> parameter,
            List<String> near,
            Findings findings) {
        String name = parameter.getKey();
        Message message =
                near.isEmpty()
                        ? Message.of(CODE, "", stop.name(), contract.id(), name)
                        : Message.of(
                                CODE, "nearest", stop.name(), contract.id(), name, near.getFirst());
        findings.warning(
                message,
                recipe.places.value(stop.name(), List.of(name)),
                near.stream()
                        .map(it -> rename(stop, name, it, parameter.getValue(), findings))
                        .toList());
    }

    private static QuickFix rename(
            Stop stop, String from, String to, Json value, Findings findings) {
        return new QuickFix(
                findings.label("rename", from, to),
                List.of(
                        new Edit.SetParameter(stop.name(), List.of(to), value),
                        new Edit.UnsetParameter(stop.name(), List.of(from))));
    }
}
