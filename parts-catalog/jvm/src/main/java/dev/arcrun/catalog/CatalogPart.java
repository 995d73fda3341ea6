package dev.arcrun.catalog;

import dev.arcrun.catalog.contract.ConnectorContract;
import dev.arcrun.catalog.contract.PartDescription;
import dev.arcrun.engine.connector.Connector;
import dev.arcrun.engine.sandbox.PartLoadException;
import dev.arcrun.engine.sandbox.PartModule;
import org.jspecify.annotations.Nullable;

/** A part of this release. */
public sealed interface CatalogPart {
    PartDescription description();

    default String id() {
        return description().id();
    }

    /** Its contract as it is written, YAML. */
    String contractYaml();

    /** Its scenarios. */
    String feature();

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
            return CatalogFiles.bytes(file(id() + ".wasm"));
        }

        @Override
        public String contractYaml() {
            return CatalogFiles.text(file("contract.yaml"));
        }

        @Override
        public String feature() {
            return CatalogFiles.text(file("tests.feature"));
        }

        private String file(String name) {
            return "parts/" + id() + "/" + name;
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

        @Override
        public String contractYaml() {
            return CatalogFiles.text("connectors/" + id() + ".yaml");
        }

        @Override
        public String feature() {
            return CatalogFiles.text("connectors/" + id() + ".feature");
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
