package dev.arcrun.engine.validate;

import dev.arcrun.engine.template.Names;
import java.util.Collection;
import java.util.List;

/** Suggests names, but only for the first mistakes: a recipe full of them must not take long. */
final class Nearest {
    private static final int COMPARISONS = 100_000;
    private static final int SUGGESTIONS = 3;

    private int left = COMPARISONS;

    /** The known names that are most like the wanted one, best first; maybe none. */
    List<String> to(String wanted, Collection<String> known) {
        left -= known.size();
        return left < 0 ? List.of() : Names.nearest(wanted, known, SUGGESTIONS);
    }
}
