package dev.arcrun.engine.validate;

import dev.arcrun.engine.document.Edit;
import dev.arcrun.engine.document.Problem.QuickFix;
import dev.arcrun.engine.value.Json;
import java.util.List;

/** SECRET_IN_RECIPE: something that looks like a secret stands in the recipe for all to read. */
final class SecretInRecipe implements Rule {
    private static final String CODE = "SECRET_IN_RECIPE";

    @Override
    public void check(Checked recipe, Findings findings) {
        for (Text text : recipe.texts) {
            for (Secret secret : Secret.in(text.value())) {
                findings.warning(
                        Message.of(
                                CODE,
                                text.verbatim() ? "verbatim" : "",
                                text.stop().name(),
                                text.parameter(),
                                secret.kind()),
                        recipe.places.within(
                                text.stop().name(), text.path(), secret.start(), secret.end()),
                        text.verbatim() ? List.of() : List.of(moved(text, secret, findings)));
            }
        }
    }

    private static QuickFix moved(Text text, Secret secret, Findings findings) {
        String reference = "{{credential." + secret.name() + "}}";
        String value = text.value();
        String changed =
                value.substring(0, secret.start()) + reference + value.substring(secret.end());
        return new QuickFix(
                findings.label("reference", reference),
                List.of(new Edit.SetParameter(text.stop().name(), text.path(), Json.of(changed))));
    }
}
