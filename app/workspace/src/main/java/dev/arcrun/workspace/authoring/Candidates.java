package dev.arcrun.workspace.authoring;

import dev.arcrun.catalog.CatalogPart;
import dev.arcrun.catalog.NewPart;
import dev.arcrun.catalog.acceptance.Candidate;
import dev.arcrun.workspace.PartLibrary;
import dev.arcrun.workspace.PartTrial;
import dev.arcrun.workspace.Workspace;
import dev.arcrun.workspace.WorkspaceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the part that is to be checked. */
public final class Candidates {
    private Candidates() {}

    /**
     * @param reference a part's folder, the name of a folder of the workspace's parts, or the id of
     *     a part of the catalog
     * @throws WorkspaceException when there is no such part, or its files can't be read
     */
    public static Candidate find(String reference, @Nullable Workspace workspace) {
        try {
            Path folder = Path.of(reference);
            if (Files.isDirectory(folder)) {
                return Candidate.in(folder);
            }
            if (workspace != null
                    && NewPart.isId(reference)
                    && Files.isDirectory(workspace.parts().resolve(reference))) {
                return Candidate.in(workspace.parts().resolve(reference));
            }
        } catch (IOException e) {
            throw new WorkspaceException(String.valueOf(e.getMessage()), e);
        }
        PartLibrary library = PartLibrary.of(workspace);
        Optional<CatalogPart> part =
                library.describe(reference).flatMap(found -> library.catalog().find(found.id()));
        return Candidate.of(
                part.orElseThrow(
                        () -> new WorkspaceException(PartTrial.unknown(library, reference))));
    }
}
