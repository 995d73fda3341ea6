package dev.arcrun.engine.validate;

import dev.arcrun.engine.part.Contract;
import dev.arcrun.engine.recipe.Edge;
import dev.arcrun.engine.recipe.Relation;
import dev.arcrun.engine.template.CredentialPlaceholder;
import dev.arcrun.engine.template.Expression;
import dev.arcrun.engine.template.ExpressionException;
import dev.arcrun.engine.validate.Checked.Understood;
import java.util.List;

/**
 * CREDENTIAL_REFERENCE, CREDENTIAL_IN_CONDITION and CREDENTIAL_WITHOUT_REQUEST: a credential stands
 * where it is no credential or never gets its value. RECIPE.md, sections 4 and 7.
 */
final class CredentialOutOfPlace implements Rule {
    @Override
    public void check(Checked recipe, Findings findings) {
        for (Understood it : recipe.references) {
            if (it.meaning() instanceof Meaning.Credential) {
                check(recipe, it.usage(), findings);
            }
        }
        for (Edge edge : recipe.recipe.edges()) {
            if (edge.relation() instanceof Relation.If(String condition)
                    && condition.contains(CredentialPlaceholder.ROOT)) {
                inCondition(recipe, edge, condition, findings);
            }
        }
    }

    private static void check(Checked recipe, Usage usage, Findings findings) {
        String node = usage.stop().name();
        if (!isWellFormed(usage)) {
            findings.error(
                    Message.of("CREDENTIAL_REFERENCE", "", node, usage.shown()),
                    usage.site().place(recipe.places),
                    List.of());
        } else if (usage.site() instanceof Site.InTemplate site
                && !reachesRequest(recipe, usage, site)) {
            boolean condition = site.path().equals(List.of("condition"));
            findings.warning(
                    Message.of(
                            condition ? "CREDENTIAL_IN_CONDITION" : "CREDENTIAL_WITHOUT_REQUEST",
                            "",
                            node,
                            usage.shown(),
                            usage.stop().node.componentName()),
                    usage.site().place(recipe.places),
                    List.of());
        }
    }

    private static boolean isWellFormed(Usage usage) {
        boolean withDefault =
                usage.site() instanceof Site.InTemplate site && !site.rest().isEmpty();
        return usage.path().steps().size() == 1 && !withDefault;
    }

    /** Whether the node's part may put it into a request, or takes it as its own. */
    private static boolean reachesRequest(Checked recipe, Usage usage, Site.InTemplate site) {
        Contract contract = recipe.contract(usage.stop());
        return contract == null
                || contract.network()
                || contract.runtime() != Contract.Runtime.WASM
                || contract.credentials().stream()
                        .anyMatch(it -> site.path().getFirst().equals(it.injectAs()));
    }

    private static void inCondition(
            Checked recipe, Edge edge, String condition, Findings findings) {
        List<Expression.Occurrence> occurrences;
        try {
            occurrences = Expression.parse(condition).occurrences();
        } catch (ExpressionException unreadable) {
            return;
        }
        for (Expression.Occurrence it : occurrences) {
            if (it.path().name().equals(CredentialPlaceholder.ROOT)
                    && !it.path().steps().isEmpty()) {
                findings.warning(
                        Message.of("CREDENTIAL_IN_CONDITION", "", edge.from(), it.path()),
                        recipe.places.condition(edge.index(), condition, it.start(), it.end()),
                        List.of());
            }
        }
    }
}
