package dev.arcrun.catalog;

import dev.arcrun.catalog.contract.PartDescription;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parts of this release, read from the class path; no file or network is touched. */
public final class Catalog {
    private final Map<String, CatalogPart> parts;

    private Catalog(Map<String, CatalogPart> parts) {
        this.parts = parts;
    }

    /** Reads the index that the build made; costs a few milliseconds. */
    public static Catalog load() {
        try (InputStream index = Catalog.class.getResourceAsStream(CatalogIndex.RESOURCE)) {
            if (index == null) {
                throw new IllegalStateException("this build lacks " + CatalogIndex.RESOURCE);
            }
            return of(new String(index.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Catalog of(String index) {
        Map<String, CatalogPart> parts = new LinkedHashMap<>();
        if (JsonReader.read(index) instanceof Json.Obj object
                && object.get("parts") instanceof Json.Arr(List<Json> entries)) {
            for (Json entry : entries) {
                CatalogPart part = CatalogIndex.read(entry);
                parts.put(part.id(), part);
            }
        }
        return new Catalog(parts);
    }

    /** All parts, by id in alphabetical order. */
    public List<CatalogPart> parts() {
        return List.copyOf(parts.values());
    }

    /** The part with that id. */
    public Optional<CatalogPart> find(String id) {
        return Optional.ofNullable(parts.get(id));
    }

    /** What is known about the part with that id. */
    Optional<PartDescription> describe(String id) {
        return find(id).map(CatalogPart::description);
    }
}
