package dev.arcrun.workspace.authoring;

import dev.arcrun.catalog.contract.ContractReader;
import dev.arcrun.catalog.contract.ContractReading;
import dev.arcrun.catalog.contract.PartDescription;
import dev.arcrun.engine.part.Contract;
import dev.arcrun.workspace.TextFile;
import dev.arcrun.workspace.WorkspaceException;
import dev.arcrun.workspace.programs.LoggedCommand;
import dev.arcrun.workspace.programs.OperatingSystem;
import dev.arcrun.workspace.programs.SearchPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Builds the part in a folder with the folder's own command. */
public final class PartBuild {
    private final Path folder;
    private final SearchPath path;
    private final Consumer<String> output;

    /** How a build ended. */
    public sealed interface Outcome {
        /**
         * @param program the {@code .wasm} beside the contract
         * @param size in bytes
         */
        record Built(Path program, long size) implements Outcome {}

        /**
         * @param message which command failed
         */
        record Failed(String message) implements Outcome {}

        /** A connector or trigger has no program. */
        record NothingToBuild() implements Outcome {}
    }

    /**
     * @param output is told each command before it runs ({@code $ npm ci}) and each line it writes,
     *     on a thread of its own
     */
    public PartBuild(Path folder, Consumer<String> output) {
        this(folder, SearchPath.ofEnvironment(), output);
    }

    PartBuild(Path folder, SearchPath path, Consumer<String> output) {
        this.folder = folder;
        this.path = path;
        this.output = output;
    }

    /**
     * Runs the commands, one after another, until one fails. Interrupting ends them.
     *
     * @throws WorkspaceException when the folder is no part, nothing says how to build it, or the
     *     tool isn't there; says how to get it
     */
    public Outcome run() throws InterruptedException {
        PartDescription part = read();
        if (part.contract().runtime() != Contract.Runtime.WASM) {
            return new Outcome.NothingToBuild();
        }
        BuildTool tool =
                BuildTool.of(folder).orElseThrow(() -> new WorkspaceException(nothingTells()));
        if (path.find(tool.command()).isEmpty()) {
            throw new WorkspaceException(tool.missing(OperatingSystem.here()));
        }
        try {
            if (tool == BuildTool.CARGO && !CargoTarget.isInstalled(path)) {
                throw new WorkspaceException(CargoTarget.missing());
            }
            for (List<String> command : tool.commands(folder, part.id())) {
                output.accept("$ " + String.join(" ", command));
                int code = new LoggedCommand(command, folder, path).run(output);
                if (code != 0) {
                    return new Outcome.Failed(
                            "`"
                                    + String.join(" ", command)
                                    + "` ended with exit code "
                                    + code
                                    + ".");
                }
            }
            Path program = folder.resolve(part.id() + ".wasm");
            if (tool == BuildTool.CARGO) {
                CargoTarget.copy(folder, program);
            }
            return Files.isRegularFile(program)
                    ? new Outcome.Built(program, Files.size(program))
                    : new Outcome.Failed("The build ended well, but there is no " + program + ".");
        } catch (IOException e) {
            throw new WorkspaceException("The part can't be built: " + e.getMessage(), e);
        }
    }

    private PartDescription read() {
        Path contract = folder.resolve("contract.yaml");
        return switch (ContractReader.read(TextFile.read(contract), contract.toString())) {
            case ContractReading.Read(PartDescription part) -> part;
            case ContractReading.Refused(var problems) ->
                    throw new WorkspaceException(problems.getFirst().toString());
        };
    }

    private String nothingTells() {
        return "Nothing in "
                + folder
                + " says how to build it: there is no package.json, Cargo.toml, go.mod or Makefile.";
    }
}
