package dev.arcrun.desktop.completion;

import dev.arcrun.catalog.Catalog;
import dev.arcrun.catalog.CatalogPart;
import dev.arcrun.catalog.contract.LocalText;
import dev.arcrun.catalog.contract.PartDescription;
import dev.arcrun.catalog.contract.SharedErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of the real catalog, for tests without a workspace. */
public final class CatalogParts implements KnownParts {
    private final Catalog catalog = Catalog.load();

    @Override
    public List<PartDescription> all() {
        return catalog.parts().stream().map(CatalogPart::description).toList();
    }

    @Override
    public LocalText meaning(String component, String code) {
        return SharedErrors.meaningOf(code);
    }

    @Override
    public @Nullable PartDescription find(String component) {
        return catalog.find(component).map(CatalogPart::description).orElse(null);
    }
}
