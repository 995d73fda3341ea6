package dev.arcrun.engine.validate;

import dev.arcrun.engine.part.Contract;
import dev.arcrun.engine.validate.Flow.Stop;
import java.util.List;
import java.util.function.Predicate;

/** HOST_NOT_ALLOWED: a node calls a host that hasn't been allowed yet; a run would ask, or fail. */
final class HostNotAllowed implements Rule {
    private static final String CODE = "HOST_NOT_ALLOWED";

    @Override
    public void check(Checked recipe, Findings findings) {
        Predicate<String> allowed = recipe.surroundings.hostAllowed();
        if (allowed == null) {
            return;
        }
        for (WrittenUrl url : recipe.urls()) {
            if (!url.host().isEmpty() && !allowed.test(url.host())) {
                findings.info(
                        Message.of(CODE, "", url.stop().name(), url.host()),
                        url.place(recipe.places),
                        List.of());
            }
        }
        for (Stop stop : recipe.flow.stops) {
            Contract contract = recipe.contract(stop);
            if (contract != null && contract.network()) {
                contract.hosts().stream()
                        .filter(allowed.negate())
                        .forEach(host ->
                                findings.info(
                                        Message.of(CODE, "", stop.name(), host),
                                        recipe.places.node(stop.name()),
                                        List.of()));
            }
        }
    }
}
