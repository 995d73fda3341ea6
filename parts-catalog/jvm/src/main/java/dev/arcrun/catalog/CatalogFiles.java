package dev.arcrun.catalog;

import dev.arcrun.catalog.service.Services;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Files of the catalog that the product carries. */
public final class CatalogFiles {
    private CatalogFiles() {}

    /** The specifications of the services that the catalog's connectors call. */
    public static Services services() {
        return new Services(name -> find("connectors/services/" + name + ".yaml"));
    }

    static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    static byte[] bytes(String name) {
        byte[] found = read(name);
        if (found == null) {
            throw new IllegalStateException("this build lacks " + name);
        }
        return found;
    }

    private static @Nullable String find(String name) {
        byte[] found = read(name);
        return found == null ? null : new String(found, StandardCharsets.UTF_8);
    }

    private static byte @Nullable [] read(String name) {
        try (InputStream file = CatalogFiles.class.getResourceAsStream(name)) {
            return file == null ? null : file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
