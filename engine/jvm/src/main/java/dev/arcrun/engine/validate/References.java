package dev.arcrun.engine.validate;

import dev.arcrun.engine.document.Problem.QuickFix;
import java.util.List;

/** The quick fix that several rules about references share. */
final class References {
    private References() {}

    /** Uses another path in place of the one that stands there. */
    static QuickFix use(Usage usage, String path, Findings findings) {
        return new QuickFix(
                findings.label("reference", usage.site().shown(path)),
                List.of(usage.site().replaceBy(path)));
    }
}
