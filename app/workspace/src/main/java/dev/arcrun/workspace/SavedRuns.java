package dev.arcrun.workspace;

import dev.arcrun.engine.run.RunRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** Runs saved runs again. */
public final class SavedRuns {
    private SavedRuns() {}

    /**
     * Runs it and says what differs from what was expected, a sentence each; empty where nothing
     * does.
     *
     * @throws WorkspaceException when its recipe isn't there or has errors
     */
    public static List<String> differences(RecipeEngine engine, Workspace workspace, SavedRun saved)
            throws InterruptedException, ExecutionException {
        Path file = workspace.recipeFile(saved.recipe());
        if (file == null) {
            throw new WorkspaceException(
                    saved.file()
                            + ": there is no recipe `"
                            + saved.recipe()
                            + "` in "
                            + workspace.recipes()
                            + ".");
        }
        OpenedRecipe opened = engine.open(file);
        if (!opened.runnable()) {
            return List.of("the recipe has errors: " + opened.errors().getFirst().message());
        }
        engine.checkInput(opened, saved.input());
        engine.checkMocks(opened, saved.mocks());
        RunRequest request =
                RunRequest.manual(opened.recipe(), opened.source(), saved.input())
                        .withMocks(saved.mocks())
                        .skippingWaits(true)
                        .asTest();
        return saved.differences(engine.start(request, event -> {}).done().get());
    }
}
