package dev.arcrun.engine.validate;

import dev.arcrun.engine.document.Edit;
import dev.arcrun.engine.document.Problem.QuickFix;
import dev.arcrun.engine.part.Component;
import dev.arcrun.engine.part.Contract;
import dev.arcrun.engine.validate.Flow.Stop;
import dev.arcrun.engine.value.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** MISSING_PARAMETER: a node lacks what its part can't do without. */
final class MissingParameter implements Rule {
    private static final String CODE = "MISSING_PARAMETER";
    private static final String WORKFLOW_NAME = "workflow_name";

    @Override
    public void check(Checked recipe, Findings findings) {
        for (Stop stop : recipe.flow.stops) {
            if (recipe.component(stop) instanceof Component.Workflow
                    && stop.node.parameters().get(WORKFLOW_NAME) == null) {
                report(recipe, stop, "trigger_workflow", WORKFLOW_NAME, List.of(), findings);
            }
            Contract contract = recipe.contract(stop);
            if (contract != null) {
                check(recipe, stop, contract, findings);
            }
        }
    }

    private static void check(Checked recipe, Stop stop, Contract contract, Findings findings) {
        Predicate<String> given = name -> isGiven(stop, contract, name);
        for (String name : contract.required()) {
            if (!given.test(name)) {
                QuickFix add = add(stop, name, contract, findings);
                report(recipe, stop, contract.id(), name, List.of(add), findings);
            }
        }
        List<String> choices = choices(contract, given);
        if (!choices.isEmpty()) {
            findings.error(
                    Message.of(
                            CODE,
                            "one",
                            stop.name(),
                            contract.id(),
                            "`" + String.join("`, `", choices) + "`"),
                    recipe.places.node(stop.name()),
                    choices.stream().map(it -> add(stop, it, contract, findings)).toList());
        }
    }

    private static boolean isGiven(Stop stop, Contract contract, String name) {
        return stop.node.parameters().get(name) != null
                || contract.fromScope().contains(name)
                || contract.credentials().stream().anyMatch(it -> name.equals(it.injectAs()));
    }

    /** Where the schema wants one of several sets of parameters and there is none: the names. */
    private static List<String> choices(Contract contract, Predicate<String> given) {
        Json alternatives = contract.inputSchema().get("anyOf");
        if (!(alternatives instanceof Json.Arr(var options)) || options.isEmpty()) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        for (Json option : options) {
            List<String> required =
                    option instanceof Json.Obj schema
                            ? Schemas.strings(schema, "required")
                            : List.of();
            if (required.isEmpty() || required.stream().allMatch(given)) {
                return List.of();
            }
            required.stream().filter(given.negate()).forEach(names::add);
        }
        return names.stream().distinct().toList();
    }

    private static void report(
            Checked recipe,
            Stop stop,
            String part,
            String name,
            List<QuickFix> fixes,
            Findings findings) {
        findings.error(
                Message.of(CODE, "", stop.name(), part, name),
                recipe.places.node(stop.name()),
                fixes);
    }

    private static QuickFix add(Stop stop, String name, Contract contract, Findings findings) {
        Json start = Schemas.start(Schemas.properties(contract.inputSchema()).get(name));
        return new QuickFix(
                findings.label("add", name),
                List.of(new Edit.SetParameter(stop.name(), List.of(name), start)));
    }
}
