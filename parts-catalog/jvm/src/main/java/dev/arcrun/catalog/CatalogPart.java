package dev.arcrun.catalog;

import dev.arcrun.catalog.contract.ConnectorContract;
import dev.arcrun.catalog.contract.PartDescription;
import dev.arcrun.engine.connector.Connector;
import dev.arcrun.engine.sandbox.PartLoadException;
import dev.arcrun.engine.sandbox.PartModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** A part of this release. */
public sealed interface CatalogPart {
    PartDescription description();

    default String id() {
        return description().id();
    }

    /**
     * A part that is a program.
     *
     * @param compiledClass the class made of its program when the product was built
     * @param sha256 of its program, in hex
     * @param size of its program in bytes
     */
    record Program(PartDescription description, String compiledClass, String sha256, int size)
            implements CatalogPart {

        /** Its program, ready to be called; costs tens of milliseconds the first time. */
        public PartModule module() {
            try {
                return PartModule.precompiled(
                        compiledClass, CatalogPart.class.getClassLoader(), sha256);
            } catch (PartLoadException e) {
                throw new IllegalStateException(
                        "the catalog's part `" + id() + "` can't be loaded", e);
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

    /**
     * A part that is a declared request.
     *
     * @param verified the specification its scenarios pass, or null
     */
    record Declared(PartDescription description, @Nullable Verified verified)
            implements CatalogPart {

        public Connector connector() {
            return ConnectorContract.of(description);
        }
    }

    /**
     * The specification of a service that a connector was checked against.
     *
     * @param service its name, such as {@code Telegram Bot API}
     * @param source address of the operation's description
     * @param read the day it was read, {@code 2026-11-22}
     */
    record Verified(String service, String source, String read) {}
}
