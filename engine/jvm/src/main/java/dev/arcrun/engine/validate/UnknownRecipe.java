package dev.arcrun.engine.validate;

import dev.arcrun.engine.document.Edit;
import dev.arcrun.engine.document.Problem.QuickFix;
import dev.arcrun.engine.value.Json;
import java.util.List;
import java.util.Set;

/** UNKNOWN_RECIPE: a call of a recipe that isn't there. */
final class UnknownRecipe implements Rule {
    private static final String CODE = "UNKNOWN_RECIPE";
    private static final List<Object> ON_FAILURE = List.of("on_failure");

    @Override
    public void check(Checked recipe, Findings findings) {
        Set<String> known = recipe.surroundings.recipes();
        if (known == null) {
            return;
        }
        for (Calls call : Calls.of(recipe)) {
            String name = call.recipe();
            if (!known.contains(name) && !name.equals(recipe.recipe.name())) {
                List<String> near = recipe.nearest.to(name, known);
                findings.error(
                        message(call.by(), name, near),
                        call.place(recipe.places),
                        near.stream().map(it -> fix(it, call.replaceBy(it), findings)).toList());
            }
        }
        String onFailure = recipe.recipe.onFailure();
        if (onFailure != null && !known.contains(onFailure)) {
            List<String> near = recipe.nearest.to(onFailure, known);
            findings.warning(
                    message("on_failure", onFailure, near),
                    recipe.places.property(ON_FAILURE),
                    near.stream().map(it -> fix(it, setOnFailure(it), findings)).toList());
        }
    }

    private static Edit setOnFailure(String name) {
        return new Edit.SetProperty(ON_FAILURE, Json.of(name));
    }

    private static Message message(String by, String name, List<String> near) {
        return near.isEmpty()
                ? Message.of(CODE, "", by, name)
                : Message.of(CODE, "nearest", by, name, near.getFirst());
    }

    private static QuickFix fix(String recipe, Edit edit, Findings findings) {
        return new QuickFix(findings.label("recipe", recipe), List.of(edit));
    }
}
