package dev.arcrun.desktop.recipes;

import dev.arcrun.engine.value.Json;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where recipes are kept. Every method but {@link #name} may wait for the disk, so not on the FX
 * thread, and throws {@link dev.arcrun.workspace.WorkspaceException} when it fails.
 */
public interface RecipeStore {
    /**
     * A recipe's file.
     *
     * @param name without folder and ending
     */
    record RecipeFile(String name, Path path) {}

    /** Name of the workspace, for the title. */
    String name();

    /** The recipes, in the order they are shown. */
    List<RecipeFile> list();

    String load(RecipeFile file);

    /** An input that the recipe can be tried with: that of its first saved run; null: none. */
    @Nullable Json exampleInput(RecipeFile file);

    /** Writes the text so that a crash leaves either the old file or the new one. */
    void save(RecipeFile file, String text);
}
