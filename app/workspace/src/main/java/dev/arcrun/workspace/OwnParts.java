package dev.arcrun.workspace;

import dev.arcrun.catalog.OwnPart;
import dev.arcrun.catalog.PartFolder;
import dev.arcrun.catalog.contract.ContractProblem;
import dev.arcrun.engine.sandbox.PartLoadException;
import dev.arcrun.engine.sandbox.PartModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The parts of a workspace.
 *
 * @param problems why others of its folders are no parts
 */
public record OwnParts(List<OwnPart> parts, List<ContractProblem> problems) {
    static final OwnParts NONE = new OwnParts(List.of(), List.of());

    public OwnParts {
        parts = List.copyOf(parts);
        problems = List.copyOf(problems);
    }

    /**
     * Reads every folder with a contract, and every connector's file.
     *
     * @throws WorkspaceException when the folder of parts can't be listed
     */
    static OwnParts in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return NONE;
        }
        List<OwnPart> parts = new ArrayList<>();
        List<ContractProblem> problems = new ArrayList<>();
        try (Stream<Path> folders = Files.list(folder)) {
            folders.filter(path -> isFile(path) || isFolder(path))
                    .sorted()
                    .forEach(path -> {
                        switch (isFile(path)
                                ? PartFolder.readConnector(path)
                                : PartFolder.read(path)) {
                            case PartFolder.Reading.Read(OwnPart part) -> parts.add(part);
                            case PartFolder.Reading.Refused(var found) -> problems.addAll(found);
                        }
                    });
        } catch (IOException e) {
            throw new WorkspaceException(
                    "The folder " + folder + " can't be read: " + e.getMessage(), e);
        }
        return new OwnParts(parts, problems);
    }

    private static boolean isFile(Path path) {
        return path.toString().endsWith(".yaml") && Files.isRegularFile(path);
    }

    private static boolean isFolder(Path path) {
        return Files.isRegularFile(path.resolve("contract.yaml"));
    }

    /**
     * The part in a folder, or the connector in a file.
     *
     * @throws WorkspaceException when it is none; says why
     */
    static OwnPart read(Path folder) {
        return switch (isFile(folder)
                ? PartFolder.readConnector(folder)
                : PartFolder.read(folder)) {
            case PartFolder.Reading.Read(OwnPart part) -> part;
            case PartFolder.Reading.Refused(var found) ->
                    throw new WorkspaceException(found.getFirst().toString());
        };
    }

    /**
     * @throws PartLoadException when its program can't be run as a part
     */
    static PartModule module(OwnPart part) throws PartLoadException {
        try {
            return PartModule.load(part.wasm());
        } catch (IOException e) {
            throw new WorkspaceException(part.program() + " can't be read: " + e.getMessage(), e);
        }
    }
}
