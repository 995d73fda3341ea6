package dev.arcrun.catalog;

import dev.arcrun.catalog.contract.ConnectorContract;
import dev.arcrun.catalog.contract.PartDescription;
import dev.arcrun.engine.connector.Connector;
import dev.arcrun.engine.part.Contract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A part of a workspace.
 *
 * @param folder where its files are
 */
public record OwnPart(PartDescription description, Path folder) {

    public String id() {
        return description.id();
    }

    /** Where its program is. */
    public Path program() {
        return folder.resolve(id() + ".wasm");
    }

    /** Its connector; empty where it is a program. */
    public Optional<Connector> connector() {
        return description.contract().runtime() == Contract.Runtime.CONNECTOR
                ? Optional.of(ConnectorContract.of(description))
                : Optional.empty();
    }

    /**
     * Its program, as it is now.
     *
     * @throws IOException when it can't be read
     */
    public byte[] wasm() throws IOException {
        return Files.readAllBytes(program());
    }
}
