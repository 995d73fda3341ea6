package dev.arcrun.engine.schedule;

import dev.arcrun.engine.part.Component;
import dev.arcrun.engine.part.Contract;
import dev.arcrun.engine.template.Resolution;
import dev.arcrun.engine.template.Scope;
import dev.arcrun.engine.template.Templates;
import dev.arcrun.engine.value.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Puts together what a node asks the host for. RECIPE.md, sections 2 and 4. */
final class Calls {
    /** How deep recipes may call recipes. */
    static final int MAX_DEPTH = 16;

    private static final String WORKFLOW_NAME = "workflow_name";

    /** Older recipes hold an API key there; it is neither used nor shown. */
    private static final String IGNORED_KEY = "api_key";

    private Calls() {}

    /** A call, or why there can be none. */
    sealed interface Prepared {
        record Ask(Command command) implements Prepared {}

        record Refused(Json result) implements Prepared {}
    }

    /** Reads templates as of now; what they give stays the same for every attempt. */
    static Prepared prepare(RunState run, NodeState state) {
        if (state.step.isSubflow) {
            Json received = RunResult.received(state);
            state.input = received;
            return recipe(run, state, state.step.node.componentName(), received, true);
        }
        Component component = run.component(state.step);
        if (component instanceof Component.Unknown unknown) {
            return new Prepared.Refused(Failures.unknownPart(state.step.name(), unknown));
        }
        Contract contract = component instanceof Component.Part part ? part.contract() : null;
        FrameScope scope = FrameScope.before(run, state);
        Resolution resolution =
                Templates.resolve(
                        state.step.node.parameters(),
                        contract == null ? Set.of() : contract.verbatim(),
                        MagicScope.of(run, state, scope),
                        run.recipe.strict(),
                        run.credentials);
        state.unresolved = resolution.unresolved();
        var failure = resolution.failure();
        if (failure != null) {
            return new Prepared.Refused(Failures.unresolved(state.step.name(), failure));
        }
        Json.Obj parameters = resolution.value();
        if (component instanceof Component.Workflow) {
            state.input = parameters.without(IGNORED_KEY);
            return workflow(run, state, parameters);
        }
        Json.Obj input =
                contract == null
                        ? underScope(parameters, scope)
                        : fromScope(parameters, state.step.node.parameters(), contract, scope);
        state.input = input;
        return new Prepared.Ask(
                new Command.CallPart(
                        state.key,
                        state.attempt,
                        CallId.of(run, state),
                        component,
                        input,
                        state.step.node.credentials(),
                        state.step.run().timeoutMs()));
    }

    private static Prepared workflow(RunState run, NodeState state, Json.Obj parameters) {
        if (!(parameters.get(WORKFLOW_NAME) instanceof Json.Str(String name)) || name.isBlank()) {
            return new Prepared.Refused(Failures.noWorkflowName(state.step.name()));
        }
        Json input = parameters.get("input");
        boolean awaited = !Json.FALSE.equals(parameters.get("wait"));
        return recipe(run, state, name, input == null ? Json.Obj.EMPTY : input, awaited);
    }

    private static Prepared recipe(
            RunState run, NodeState state, String name, Json input, boolean awaited) {
        if (run.context.depth() >= MAX_DEPTH) {
            return new Prepared.Refused(Failures.tooDeep(state.step.name(), name));
        }
        return new Prepared.Ask(
                new Command.CallRecipe(
                        state.key,
                        state.attempt,
                        CallId.of(run, state),
                        name,
                        input,
                        awaited,
                        state.step.run().timeoutMs()));
    }

    /** Whoever has no contract gets everything in scope, his own parameters on top. */
    private static Json.Obj underScope(Json.Obj parameters, FrameScope scope) {
        Map<String, Json> input = new LinkedHashMap<>(scope.members());
        input.putAll(parameters.members());
        return new Json.Obj(input);
    }

    private static Json.Obj fromScope(
            Json.Obj parameters, Json.Obj written, Contract contract, Scope scope) {
        Map<String, Json> input = null;
        for (String property : contract.fromScope()) {
            Json value = written.get(property) == null ? scope.lookup(property) : null;
            if (value != null && SchemaType.fits(value, property, contract.inputSchema())) {
                input = input == null ? new LinkedHashMap<>(parameters.members()) : input;
                input.put(property, value);
            }
        }
        return input == null ? parameters : new Json.Obj(input);
    }
}
