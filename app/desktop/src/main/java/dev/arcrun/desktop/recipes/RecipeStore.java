package dev.arcrun.desktop.recipes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Where recipes are kept. Every method may wait for the disk: not on the FX thread. */
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
    List<RecipeFile> list() throws IOException;

    String load(RecipeFile file) throws IOException;

    /** Writes the text so that a crash leaves either the old file or the new one. */
    void save(RecipeFile file, String text) throws IOException;
}
