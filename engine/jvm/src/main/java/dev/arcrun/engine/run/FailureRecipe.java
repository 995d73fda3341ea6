package dev.arcrun.engine.run;

import java.util.concurrent.ExecutionException;

/**
 * The recipe that gets the record of a failed run ({@code on_failure}). Its own failure is only
 * recorded, and a saved run that is run as a test tells nobody.
 */
final class FailureRecipe {
    private static final String TRIGGER = "on_failure";

    private FailureRecipe() {}

    /** Runs it, where there is one, to its end. */
    static void run(Runner runner, RunRequest failed, RunRecord record)
            throws InterruptedException {
        String name = failed.recipe().onFailure();
        if (name == null
                || record.status() != RunRecord.Status.FAILED
                || failed.triggeredBy().equals(TRIGGER)
                || failed.triggeredBy().equals(RunRequest.TEST)) {
            return;
        }
        RecipeSource.Found found = runner.recipes.find(name);
        if (found == null) {
            return;
        }
        RunRequest request = failed.called(found, RunRecordJson.of(record), TRIGGER);
        try {
            runner.start(request, event -> {}).done().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the run of " + name + " broke", e.getCause());
        }
    }
}
