package dev.arcrun.engine.schedule;

import dev.arcrun.engine.value.Json;

/**
 * What a {@link Command.CallRecipe} gives its node once the other recipe's run has come to its end.
 */
public final class SubRecipe {
    private SubRecipe() {}

    /**
     * {@code {success: true, data, run_id}} with the run's result as data, or {@code {success:
     * false, error, error_code, failed_node?, run_id}}.
     */
    public static Json.Obj result(String recipe, String runId, Outcome outcome) {
        Json run = Json.of(runId);
        return switch (outcome.status()) {
            case SUCCEEDED -> {
                Json data = outcome.data();
                yield Json.object(
                        "success",
                        Json.TRUE,
                        "data",
                        data == null ? Json.NULL : data,
                        "run_id",
                        run);
            }
            case FAILED -> failed(recipe, outcome).with("run_id", run);
            case CANCELLED ->
                    new ResultRules.Failure(
                                    "Recipe `%s` was cancelled.".formatted(recipe),
                                    Failures.CANCELLED)
                            .asResult()
                            .with("run_id", run);
        };
    }

    /** For a run that is not waited for: {@code {success: true, data: {run_id}}}. */
    public static Json.Obj started(String runId) {
        return Json.object("success", Json.TRUE, "data", Json.object("run_id", Json.of(runId)));
    }

    private static Json.Obj failed(String recipe, Outcome outcome) {
        String node = outcome.failedNode();
        String where = node == null ? "" : " at node `%s`".formatted(node);
        String code = outcome.errorCode();
        Json.Obj result =
                new ResultRules.Failure(
                                "Recipe `%s` failed%s: %s"
                                        .formatted(recipe, where, outcome.error()),
                                code == null ? ResultRules.PART_FAILED : code)
                        .asResult();
        return node == null ? result : result.with("failed_node", Json.of(node));
    }
}
