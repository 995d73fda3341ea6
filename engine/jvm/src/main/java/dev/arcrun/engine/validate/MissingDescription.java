package dev.arcrun.engine.validate;

import java.util.List;

/** DESCRIPTION_MISSING: a recipe needs a description before it can be deployed. */
final class MissingDescription implements Rule {
    @Override
    public void check(Checked recipe, Findings findings) {
        String description = recipe.recipe.description();
        if (description == null || description.isBlank()) {
            findings.info(
                    Message.of("DESCRIPTION_MISSING", "", recipe.recipe.name()),
                    recipe.places.property(List.of("name")),
                    List.of());
        }
    }
}
