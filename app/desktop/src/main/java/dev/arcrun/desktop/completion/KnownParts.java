package dev.arcrun.desktop.completion;

import dev.arcrun.catalog.contract.LocalText;
import dev.arcrun.catalog.contract.PartDescription;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts a recipe can name. May read files when it is first asked. */
public interface KnownParts {
    /** None at all. */
    KnownParts NONE =
            new KnownParts() {
                @Override
                public List<PartDescription> all() {
                    return List.of();
                }

                @Override
                public LocalText meaning(String component, String code) {
                    return LocalText.NONE;
                }

                @Override
                public @Nullable PartDescription find(String component) {
                    return null;
                }
            };

    /** Own parts first, then the catalog's. */
    List<PartDescription> all();

    /** What an error code means, of a part's own or of all parts; empty where nobody says. */
    LocalText meaning(String component, String code);

    /** What a component name means, or null where that is no part with a contract. */
    @Nullable PartDescription find(String component);
}
