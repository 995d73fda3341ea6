package dev.arcrun.desktop;

import dev.arcrun.catalog.CatalogPart;
import dev.arcrun.catalog.OwnPart;
import dev.arcrun.catalog.contract.LocalText;
import dev.arcrun.catalog.contract.PartDescription;
import dev.arcrun.catalog.contract.SharedErrors;
import dev.arcrun.desktop.completion.KnownParts;
import dev.arcrun.workspace.PartLibrary;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parts of a workspace and of the catalog. */
final class WorkspaceParts implements KnownParts {
    private final Supplier<PartLibrary> library;

    /**
     * Parts of a library.
     *
     * @param library opened when it is first asked for
     */
    WorkspaceParts(Supplier<PartLibrary> library) {
        this.library = library;
    }

    @Override
    public List<PartDescription> all() {
        PartLibrary opened = library.get();
        return Stream.concat(
                        opened.own().parts().stream().map(OwnPart::description),
                        opened.catalog().parts().stream().map(CatalogPart::description))
                .toList();
    }

    @Override
    public LocalText meaning(String component, String code) {
        PartDescription part = find(component);
        LocalText own = part == null ? LocalText.NONE : part.meaningOf(code);
        return own.byLanguage().isEmpty() ? SharedErrors.meaningOf(code) : own;
    }

    @Override
    public @Nullable PartDescription find(String component) {
        return library.get().describe(component).orElse(null);
    }
}
