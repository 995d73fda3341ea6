package dev.arcrun.engine.schedule;

import dev.arcrun.engine.part.Component;
import dev.arcrun.engine.template.Unresolved;
import dev.arcrun.engine.value.Json;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Failure results that the engine itself gives: {@code {success: false, error, error_code, hint}}.
 * RECIPE.md, sections 3 and 5.
 */
final class Failures {
    static final String ALL_ITEMS_FAILED = "ALL_ITEMS_FAILED";
    static final String CANCELLED = "CANCELLED";
    static final String CYCLE = "CYCLE";
    static final String DEPTH_LIMIT = "DEPTH_LIMIT";
    static final String EXPRESSION = "EXPRESSION";
    static final String NODE_LIMIT = "NODE_LIMIT";

    private Failures() {}

    static Json.Obj unknownPart(String node, Component.Unknown unknown) {
        String hint =
                unknown.nearest().isEmpty()
                        ? "Choose a part from the catalog, or add your own to the workspace."
                        : "Did you mean " + either(unknown.nearest()) + "?";
        return failure(
                "Node `%s` uses the part `%s`, which doesn't exist. %s"
                        .formatted(node, unknown.name(), hint),
                "UNKNOWN_PART",
                hint);
    }

    static Json.Obj unresolved(String node, Unresolved missing) {
        if (missing.code().equals(Unresolved.TEXT_TOO_LARGE)) {
            return failure(
                    "Node `%s`: %s".formatted(node, missing.message()),
                    missing.code(),
                    "Keep only what you need of it.");
        }
        String hint =
                missing.nearest().isEmpty()
                        ? "Give it a default with `??`, or refer to something that is there."
                        : "Did you mean " + either(missing.nearest()) + "?";
        return failure("Node `%s`: %s".formatted(node, missing.message()), missing.code(), hint);
    }

    static Json.Obj noWorkflowName(String node) {
        String hint = "Set `workflow_name` to the name of a recipe.";
        return failure(
                "Node `%s` doesn't say which recipe to run. %s".formatted(node, hint),
                "MISSING_PARAMETER",
                hint);
    }

    static Json.Obj tooDeep(String node, String recipe) {
        String hint = "Look for recipes that call each other in a circle.";
        return failure(
                "Node `%s` can't run `%s`: recipes already call each other %d deep. %s"
                        .formatted(node, recipe, Calls.MAX_DEPTH, hint),
                DEPTH_LIMIT,
                hint);
    }

    static Json.Obj tooLarge(String node) {
        String hint = "Ask for less at once, or keep only the fields you need.";
        return failure(
                "The result of node `%s` is over 5 MiB. %s".formatted(node, hint),
                "RESULT_TOO_LARGE",
                hint);
    }

    static ResultRules.Failure allItemsFailed(String node, String variable, int items) {
        String which = items == 1 ? "The only item" : "All %d items".formatted(items);
        return new ResultRules.Failure(
                "%s of the loop `FOREACH %s` at node `%s` failed.".formatted(which, variable, node),
                ALL_ITEMS_FAILED);
    }

    static ResultRules.Failure expression(Route route, String condition, String why) {
        return new ResultRules.Failure(
                "The condition `%s` between `%s` and `%s` can't be judged: %s"
                        .formatted(condition, route.from.name(), route.to.name(), why),
                EXPRESSION);
    }

    static ResultRules.Failure cancelled() {
        return new ResultRules.Failure("The run was cancelled.", CANCELLED);
    }

    static ResultRules.Failure nodeLimit(String node, int limit) {
        return new ResultRules.Failure(
                "The run made %d calls, the most a run may make, and stopped before node `%s`. Let it work on fewer items at once."
                        .formatted(limit, node),
                NODE_LIMIT);
    }

    static ResultRules.Failure cycle(List<String> nodes) {
        return new ResultRules.Failure(
                "The flow goes round in a circle: %s. Remove one of these edges; to repeat something, use FOREACH."
                        .formatted(String.join(" → ", nodes)),
                CYCLE);
    }

    private static Json.Obj failure(String error, String code, String hint) {
        return new ResultRules.Failure(error, code).asResult().with("hint", Json.of(hint));
    }

    private static String either(List<String> names) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(" or "));
    }
}
