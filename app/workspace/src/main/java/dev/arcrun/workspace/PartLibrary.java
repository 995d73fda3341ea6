package dev.arcrun.workspace;

import dev.arcrun.catalog.Catalog;
import dev.arcrun.catalog.CatalogComponents;
import dev.arcrun.catalog.CatalogPart;
import dev.arcrun.catalog.OwnPart;
import dev.arcrun.catalog.contract.PartDescription;
import dev.arcrun.engine.connector.Connector;
import dev.arcrun.engine.part.Component;
import dev.arcrun.engine.part.Components;
import dev.arcrun.engine.sandbox.PartLoadException;
import dev.arcrun.engine.sandbox.PartModule;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The parts a workspace can use: its own first, then the catalog's. Programs are loaded when they
 * are first called.
 */
public final class PartLibrary {
    private final Catalog catalog;
    private final OwnParts own;
    private final Components components;
    private final Map<String, PartModule> modules = new ConcurrentHashMap<>();
    private final Map<String, Connector> connectors = new ConcurrentHashMap<>();

    private PartLibrary(Catalog catalog, OwnParts own) {
        this.catalog = catalog;
        this.own = own;
        this.components = new CatalogComponents(catalog, own.parts());
    }

    /**
     * @throws WorkspaceException when the workspace's folder of parts can't be read
     */
    public static PartLibrary of(@Nullable Workspace workspace) {
        return new PartLibrary(
                Catalog.load(), workspace == null ? OwnParts.NONE : OwnParts.in(workspace.parts()));
    }

    public Catalog catalog() {
        return catalog;
    }

    /** The workspace's own parts. */
    public OwnParts own() {
        return own;
    }

    public Components components() {
        return components;
    }

    /** What is known about the part of that name, own or of the catalog. */
    public Optional<PartDescription> describe(String name) {
        if (!(components.resolve(name) instanceof Component.Part(String id, _))) {
            return Optional.empty();
        }
        return own(id).map(OwnPart::description)
                .or(() -> catalog.find(id).map(CatalogPart::description));
    }

    /**
     * The program of the part with that id.
     *
     * @throws PartLoadException when it can't be run as a part
     * @throws WorkspaceException when there is no such part
     */
    public PartModule module(String id) throws PartLoadException {
        PartModule known = modules.get(id);
        if (known != null) {
            return known;
        }
        PartModule loaded = load(id);
        PartModule other = modules.putIfAbsent(id, loaded);
        return other == null ? loaded : other;
    }

    private PartModule load(String id) throws PartLoadException {
        Optional<OwnPart> folder = own(id);
        if (folder.isPresent()) {
            return OwnParts.module(folder.get());
        }
        return switch (catalog.find(id).orElse(null)) {
            case CatalogPart.Program program -> program.module();
            case CatalogPart.Declared _ ->
                    throw new WorkspaceException("`" + id + "` is a connector, not a program.");
            case null -> throw new WorkspaceException("There is no part `" + id + "`.");
        };
    }

    /** The connector with that id; empty where it is no connector. */
    public Optional<Connector> connector(String id) {
        return Optional.ofNullable(connectors.computeIfAbsent(id, this::read));
    }

    private @Nullable Connector read(String id) {
        Optional<OwnPart> ours = own(id);
        if (ours.isPresent()) {
            return ours.get().connector().orElse(null);
        }
        return catalog.find(id).orElse(null) instanceof CatalogPart.Declared declared
                ? declared.connector()
                : null;
    }

    private Optional<OwnPart> own(String id) {
        return own.parts().stream().filter(part -> part.id().equals(id)).findFirst();
    }
}
