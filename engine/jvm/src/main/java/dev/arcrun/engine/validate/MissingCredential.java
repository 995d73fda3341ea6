package dev.arcrun.engine.validate;

import dev.arcrun.engine.document.Edit;
import dev.arcrun.engine.document.Problem.QuickFix;
import dev.arcrun.engine.part.Contract;
import dev.arcrun.engine.part.Contract.CredentialNeed;
import dev.arcrun.engine.validate.Flow.Stop;
import dev.arcrun.engine.value.Json;
import java.util.List;
import java.util.Set;

/**
 * CREDENTIAL_MISSING: a part needs a credential and there is none of that name, nor does the recipe
 * say which other one to take. RECIPE.md, section 7.
 */
final class MissingCredential implements Rule {
    private static final String SETTING = "credentials";
    private static final int OFFERED = 3;

    @Override
    public void check(Checked recipe, Findings findings) {
        Set<String> known = recipe.surroundings.credentials();
        if (known == null) {
            return;
        }
        for (Stop stop : recipe.flow.stops) {
            Contract contract = recipe.contract(stop);
            if (contract == null) {
                continue;
            }
            for (CredentialNeed need : contract.credentials()) {
                if (!need.optional() && !isGiven(stop, need, known)) {
                    findings.warning(
                            Message.of(
                                    "CREDENTIAL_MISSING",
                                    "",
                                    stop.name(),
                                    contract.id(),
                                    need.key(),
                                    need.label()),
                            recipe.places.node(stop.name()),
                            offers(recipe, stop, need, known, findings));
                }
            }
        }
    }

    private static boolean isGiven(Stop stop, CredentialNeed need, Set<String> known) {
        return known.contains(need.key())
                || stop.node.credentials().containsKey(need.key())
                || (need.injectAs() != null && stop.node.parameters().get(need.injectAs()) != null);
    }

    private static List<QuickFix> offers(
            Checked recipe, Stop stop, CredentialNeed need, Set<String> known, Findings findings) {
        List<String> near = recipe.nearest.to(need.key(), known);
        return (near.isEmpty() ? known.stream().sorted().limit(OFFERED).toList() : near)
                .stream().map(it -> use(stop, need.key(), it, findings)).toList();
    }

    private static QuickFix use(Stop stop, String key, String name, Findings findings) {
        return new QuickFix(
                findings.label("credential", name),
                List.of(new Edit.SetParameter(stop.name(), List.of(SETTING, key), Json.of(name))));
    }
}
