package dev.arcrun.catalog;

import dev.arcrun.catalog.contract.PartDescription;
import dev.arcrun.engine.sandbox.PartLoadException;
import dev.arcrun.engine.sandbox.PartModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

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
        return file(id() + ".wasm");
    }

    /** The file {@code contract.yaml}. */
    public String contractYaml() {
        return new String(file("contract.yaml"), StandardCharsets.UTF_8);
    }

    /** The file {@code tests.feature}: its scenarios. */
    public String feature() {
        return new String(file("tests.feature"), StandardCharsets.UTF_8);
    }

    private byte[] file(String name) {
        String resource = "parts/" + id() + "/" + name;
        try (InputStream file = CatalogPart.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException("this build lacks " + resource);
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
