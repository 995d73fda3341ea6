package dev.arcrun.engine.run;

import org.jspecify.annotations.Nullable;

/** Where recipes called by other recipes come from. */
public interface RecipeSource {
    /** The recipe of that name with its text, or null. */
    @Nullable Found find(String name);

    record Found(dev.arcrun.engine.recipe.Recipe recipe, String source) {}

    /** No other recipes. */
    RecipeSource NONE = name -> null;
}
