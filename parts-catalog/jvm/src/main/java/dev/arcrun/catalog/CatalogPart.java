package dev.arcrun.catalog;

import dev.arcrun.catalog.contract.PartDescription;
import dev.arcrun.engine.sandbox.PartLoadException;
import dev.arcrun.engine.sandbox.PartModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * A part of this release.
 *
 * @param compiledClass the class made of its program when the product was built
 * @param sha256 of its program, in hex
 * @param size of its program in bytes
 */
public record CatalogPart(
        PartDescription description, String compiledClass, String sha256, int size) {

    public String id() {
        return description.id();
    }

    /** Its program, ready to be called; costs tens of milliseconds the first time. */
    public PartModule module() {
        try {
            return PartModule.precompiled(
                    compiledClass, CatalogPart.class.getClassLoader(), sha256);
        } catch (PartLoadException e) {
            throw new IllegalStateException("the catalog's part `" + id() + "` can't be loaded", e);
        }
    }

    /** The file {@code <id>.wasm}, as it is deployed. */
    public byte[] wasm() {
        String resource = "parts/" + id() + "/" + id() + ".wasm";
        try (InputStream wasm = CatalogPart.class.getResourceAsStream(resource)) {
            if (wasm == null) {
                throw new IllegalStateException("this build lacks " + resource);
            }
            return wasm.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
