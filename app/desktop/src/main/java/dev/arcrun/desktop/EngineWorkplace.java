package dev.arcrun.desktop;

import dev.arcrun.catalog.contract.PartDescription;
import dev.arcrun.desktop.graph.NodeKinds;
import dev.arcrun.desktop.recipes.WorkspaceStore;
import dev.arcrun.desktop.run.RecipeRunner;
import dev.arcrun.desktop.window.StudioModel.Workplace;
import dev.arcrun.engine.document.Problem;
import dev.arcrun.engine.document.RecipeDocument;
import dev.arcrun.engine.run.Run;
import dev.arcrun.engine.run.RunEvent;
import dev.arcrun.engine.run.RunRequest;
import dev.arcrun.workspace.Grants;
import dev.arcrun.workspace.OpenedRecipe;
import dev.arcrun.workspace.PartLibrary;
import dev.arcrun.workspace.RecipeEngine;
import dev.arcrun.workspace.Workspace;
import dev.arcrun.workspace.WorkspaceException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A workspace folder with the engine that checks and runs its recipes. Library and engine are
 * opened when they are first needed, off the FX thread.
 */
public final class EngineWorkplace implements AutoCloseable {
    private final Workspace workspace;
    private final Object opening = new Object();
    private @Nullable PartLibrary library;
    private @Nullable RecipeEngine engine;
    private boolean closed;

    public EngineWorkplace(Path folder) {
        workspace = new Workspace(folder);
    }

    public Workplace workplace() {
        return new Workplace(
                new WorkspaceStore(workspace),
                this::problemsOf,
                this::start,
                new NodeKinds(this::categoryOf),
                new WorkspaceParts(this::library));
    }

    private List<Problem> problemsOf(RecipeDocument document, Locale language) {
        return engine().check(workspace.recipes(), document, language).problems();
    }

    private Run start(RecipeRunner.Request request, Consumer<RunEvent> listener) {
        RecipeEngine opened = engine();
        OpenedRecipe recipe = opened.check(request.file(), request.document());
        if (!recipe.runnable()) {
            throw new WorkspaceException(
                    recipe.errors().stream()
                            .map(Problem::message)
                            .findFirst()
                            .orElse("The recipe can't be read."));
        }
        opened.checkInput(recipe, request.input());
        return opened.start(
                RunRequest.manual(recipe.recipe(), recipe.source(), request.input())
                        .allowing(request.allowedHosts()),
                listener);
    }

    private @Nullable String categoryOf(String component) {
        return library().describe(component).map(PartDescription::category).orElse(null);
    }

    private PartLibrary library() {
        synchronized (opening) {
            if (library == null) {
                library = PartLibrary.of(workspace);
            }
            return library;
        }
    }

    private RecipeEngine engine() {
        synchronized (opening) {
            if (closed) {
                throw new WorkspaceException("The workspace is closed.");
            }
            if (engine == null) {
                engine = RecipeEngine.open(workspace, Grants.NONE, Map.of());
            }
            return engine;
        }
    }

    @Override
    public void close() {
        synchronized (opening) {
            closed = true;
            if (engine != null) {
                engine.close();
            }
        }
    }
}
