package dev.arcrun.engine.validate;

import java.util.List;

/**
 * RECURSIVE_RECIPE: a recipe calls itself, which ends at the limit of depth unless a branch ends
 * it.
 */
final class RecipeCallsItself implements Rule {
    private static final String CODE = "RECURSIVE_RECIPE";

    @Override
    public void check(Checked recipe, Findings findings) {
        String name = recipe.recipe.name();
        for (Calls call : Calls.of(recipe)) {
            if (call.recipe().equals(name)) {
                findings.warning(
                        Message.of(CODE, "", call.by(), name),
                        call.place(recipe.places),
                        List.of());
            }
        }
        if (name.equals(recipe.recipe.onFailure())) {
            findings.warning(
                    Message.of(CODE, "failure", name),
                    recipe.places.property(List.of("on_failure")),
                    List.of());
        }
    }
}
