package dev.arcrun.catalog;

import dev.arcrun.catalog.contract.PartDescription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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

    /**
     * Its program, as it is now.
     *
     * @throws IOException when it can't be read
     */
    public byte[] wasm() throws IOException {
        return Files.readAllBytes(program());
    }
}
