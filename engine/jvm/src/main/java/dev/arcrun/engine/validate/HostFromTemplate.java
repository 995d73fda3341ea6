package dev.arcrun.engine.validate;

import java.util.List;

/** HOST_FROM_TEMPLATE: data decides which host a node calls, so nobody can allow it beforehand. */
final class HostFromTemplate implements Rule {
    @Override
    public void check(Checked recipe, Findings findings) {
        for (WrittenUrl url : recipe.urls()) {
            if (url.host().isEmpty()) {
                findings.info(
                        Message.of("HOST_FROM_TEMPLATE", "", url.stop().name()),
                        url.place(recipe.places),
                        List.of());
            }
        }
    }
}
