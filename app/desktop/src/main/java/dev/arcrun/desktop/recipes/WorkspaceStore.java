package dev.arcrun.desktop.recipes;

import dev.arcrun.engine.value.Json;
import dev.arcrun.workspace.SavedRun;
import dev.arcrun.workspace.TextFile;
import dev.arcrun.workspace.Workspace;
import dev.arcrun.workspace.WorkspaceSettings;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The recipes of a workspace folder; the one it names as its start comes first. */
public final class WorkspaceStore implements RecipeStore {
    private final Workspace workspace;

    public WorkspaceStore(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public String name() {
        return workspace.root().getFileName() == null
                ? workspace.root().toString()
                : workspace.root().getFileName().toString();
    }

    @Override
    public List<RecipeFile> list() {
        String start = WorkspaceSettings.of(workspace).start();
        return workspace.recipeFiles().stream()
                .map(path -> new RecipeFile(Workspace.recipeName(path), path))
                .sorted(
                        Comparator.comparing((RecipeFile file) -> !file.name().equals(start))
                                .thenComparing(RecipeFile::name))
                .toList();
    }

    @Override
    public String load(RecipeFile file) {
        return TextFile.read(file.path());
    }

    @Override
    public @Nullable Json exampleInput(RecipeFile file) {
        return workspace.testFiles().stream()
                .map(SavedRun::read)
                .filter(saved -> saved.recipe().equals(file.name()))
                .map(SavedRun::input)
                .findFirst()
                .orElse(null);
    }

    @Override
    public void save(RecipeFile file, String text) {
        TextFile.write(file.path(), text);
    }
}
