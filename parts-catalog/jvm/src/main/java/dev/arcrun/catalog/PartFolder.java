package dev.arcrun.catalog;

import dev.arcrun.catalog.contract.ContractProblem;
import dev.arcrun.catalog.contract.ContractReader;
import dev.arcrun.catalog.contract.ContractReading;
import dev.arcrun.engine.part.Contract;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads a workspace's own part from its folder, {@code contract.yaml} and {@code <id>.wasm}, or a
 * connector from its file.
 */
public final class PartFolder {
    private static final long LONGEST_CONTRACT = 1_000_000;

    private PartFolder() {}

    /** What came of reading a folder. */
    public sealed interface Reading {
        record Read(OwnPart part) implements Reading {}

        /**
         * @param problems at least one
         */
        record Refused(List<ContractProblem> problems) implements Reading {
            public Refused {
                problems = List.copyOf(problems);
            }
        }
    }

    public static Reading read(Path folder) {
        return read(folder.resolve("contract.yaml"), folder);
    }

    /** Reads a connector from its file {@code <id>.yaml}. */
    public static Reading readConnector(Path file) {
        Reading reading = read(file, file.resolveSibling(""));
        if (!(reading instanceof Reading.Read(OwnPart part))) {
            return reading;
        }
        if (part.description().contract().runtime() != Contract.Runtime.CONNECTOR) {
            return refused(
                    file, "a file beside the folders is a connector; put the part into a folder.");
        }
        return file.getFileName().toString().equals(part.id() + ".yaml")
                ? reading
                : refused(file, "the file of `" + part.id() + "` is named " + part.id() + ".yaml.");
    }

    private static Reading read(Path file, Path folder) {
        try {
            if (Files.size(file) > LONGEST_CONTRACT) {
                return refused(file, "the contract is longer than 1,000,000 bytes.");
            }
            return switch (ContractReader.read(Files.readString(file), file.toString())) {
                case ContractReading.Refused(var problems) -> new Reading.Refused(problems);
                case ContractReading.Read(var description) ->
                        withProgram(new OwnPart(description, folder), file);
            };
        } catch (NoSuchFileException e) {
            return refused(file, "there is no such file; a part needs a contract.");
        } catch (CharacterCodingException e) {
            return refused(file, "the file isn't UTF-8.");
        } catch (IOException e) {
            return refused(file, "the file can't be read: " + e.getMessage() + ".");
        }
    }

    private static Reading withProgram(OwnPart part, Path contract) {
        boolean needed = part.description().contract().runtime() == Contract.Runtime.WASM;
        if (needed && !Files.isRegularFile(part.program())) {
            return refused(
                    contract,
                    "the program `"
                            + part.program().getFileName()
                            + "` is missing beside the contract; build the part first.");
        }
        return new Reading.Read(part);
    }

    private static Reading refused(Path file, String message) {
        return new Reading.Refused(
                List.of(new ContractProblem(file.toString(), 1, 1, "", message)));
    }
}
