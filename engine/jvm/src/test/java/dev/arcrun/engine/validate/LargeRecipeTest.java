package dev.arcrun.engine.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.document.RecipeDocument;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LargeRecipeTest {
    @Test
    void a_recipe_of_ten_thousand_nodes_is_checked_to_the_last() {
        String text = LargeRecipe.text(10_000);
        var known = new Surroundings(Set.of(), Set.of("TOKEN"), "api.example.com"::equals);
        var validator = new Validator(TestParts.CATALOG, known);

        assertThat(validator.check(RecipeDocument.read(text))).isEmpty();

        String mistyped = text.replace("{{n9998.data.result}}", "{{n9998.data.reslt}}");
        assertThat(validator.check(RecipeDocument.read(mistyped)))
                .singleElement()
                .satisfies(it -> assertThat(it.message()).contains("Use `{{n9998.data.result}}`?"));
    }
}
