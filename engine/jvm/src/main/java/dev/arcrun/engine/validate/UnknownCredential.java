package dev.arcrun.engine.validate;

import dev.arcrun.engine.document.Edit;
import dev.arcrun.engine.document.Problem.Place;
import dev.arcrun.engine.document.Problem.QuickFix;
import dev.arcrun.engine.part.Contract;
import dev.arcrun.engine.part.Contract.CredentialNeed;
import dev.arcrun.engine.recipe.Trigger;
import dev.arcrun.engine.validate.Checked.Understood;
import dev.arcrun.engine.validate.Flow.Stop;
import dev.arcrun.engine.value.Json;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * CREDENTIAL_UNKNOWN and CREDENTIAL_KEY_UNKNOWN: a name that no credential has, and a mapping for a
 * credential that the part doesn't ask for.
 */
final class UnknownCredential implements Rule {
    private static final String CODE = "CREDENTIAL_UNKNOWN";
    private static final String KEY_CODE = "CREDENTIAL_KEY_UNKNOWN";
    private static final String SETTING = "credentials";

    @Override
    public void check(Checked recipe, Findings findings) {
        Set<String> known = recipe.surroundings.credentials();
        if (known != null) {
            references(recipe, known, findings);
            hooks(recipe, known, findings);
        }
        for (Stop stop : recipe.flow.stops) {
            stop.node
                    .credentials()
                    .forEach((key, name) -> mapping(recipe, stop, key, name, known, findings));
        }
    }

    private static void references(Checked recipe, Set<String> known, Findings findings) {
        for (Understood it : recipe.references) {
            List<String> steps = it.usage().path().steps();
            if (it.meaning() instanceof Meaning.Credential && steps.size() == 1) {
                Usage usage = it.usage();
                unknown(
                        recipe,
                        usage.stop().name(),
                        steps.getFirst(),
                        known,
                        () -> usage.site().place(recipe.places),
                        name -> usage.site().replaceBy("credential." + name),
                        findings);
            }
        }
    }

    private static void hooks(Checked recipe, Set<String> known, Findings findings) {
        List<Trigger> triggers = recipe.recipe.triggers();
        for (int i = 0; i < triggers.size(); i++) {
            if (triggers.get(i) instanceof Trigger.Webhook(var _, var _, var secret)
                    && secret != null) {
                List<Object> path = List.of("triggers", i, "webhook", "verify", "secret");
                unknown(
                        recipe,
                        "triggers",
                        secret,
                        known,
                        () -> recipe.places.property(path),
                        name -> new Edit.SetProperty(path, Json.of(name)),
                        findings);
            }
        }
    }

    private static void mapping(
            Checked recipe,
            Stop stop,
            String key,
            String name,
            @Nullable Set<String> known,
            Findings findings) {
        List<Object> path = List.of(SETTING, key);
        Supplier<Place> place = () -> recipe.places.value(stop.name(), path);
        if (known != null) {
            unknown(
                    recipe,
                    stop.name(),
                    name,
                    known,
                    place,
                    it -> new Edit.SetParameter(stop.name(), path, Json.of(it)),
                    findings);
        }
        Contract contract = recipe.contract(stop);
        if (contract == null) {
            return;
        }
        List<String> keys = contract.credentials().stream().map(CredentialNeed::key).toList();
        if (!keys.contains(key)) {
            List<String> near =
                    recipe.nearest.to(key, keys).stream()
                            .filter(it -> !stop.node.credentials().containsKey(it))
                            .toList();
            findings.warning(
                    Message.of(
                            KEY_CODE,
                            keys.isEmpty() ? "none" : "",
                            stop.name(),
                            contract.id(),
                            key,
                            String.join(", ", keys)),
                    place.get(),
                    near.stream().map(it -> rename(stop, key, it, name, findings)).toList());
        }
    }

    private static QuickFix rename(
            Stop stop, String from, String to, String name, Findings findings) {
        return new QuickFix(
                findings.label("rename", from, to),
                List.of(
                        new Edit.SetParameter(stop.name(), List.of(SETTING, to), Json.of(name)),
                        new Edit.UnsetParameter(stop.name(), List.of(SETTING, from))));
    }

    private static void unknown(
            Checked recipe,
            String by,
            String name,
            Set<String> known,
            Supplier<Place> place,
            Function<String, Edit> use,
            Findings findings) {
        if (known.contains(name)) {
            return;
        }
        List<String> near = recipe.nearest.to(name, known);
        findings.warning(
                near.isEmpty()
                        ? Message.of(CODE, "", by, name)
                        : Message.of(CODE, "nearest", by, name, near.getFirst()),
                place.get(),
                near.stream()
                        .map(it ->
                                new QuickFix(
                                        findings.label("credential", it), List.of(use.apply(it))))
                        .toList());
    }
}
