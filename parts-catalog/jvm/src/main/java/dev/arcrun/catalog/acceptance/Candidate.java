package dev.arcrun.catalog.acceptance;

import dev.arcrun.catalog.CatalogPart;
import dev.arcrun.catalog.contract.ContractReader;
import dev.arcrun.catalog.contract.ContractReading;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A part as it is handed in: files, nothing checked yet.
 *
 * @param name what it is called in the report until its contract says
 * @param contract the contract's text
 * @param programs programs by file name
 * @param features scenarios
 */
public record Candidate(String name, Text contract, List<Program> programs, List<Text> features) {
    private static final long LARGEST_TEXT = 1_000_000;
    private static final long LARGEST_PROGRAM = 64L << 20;

    /**
     * @param file its name, for messages
     */
    public record Text(String file, String text) {}

    /**
     * @param file {@code <id>.wasm}
     */
    record Program(String file, byte[] wasm) {}

    public Candidate {
        programs = List.copyOf(programs);
        features = List.copyOf(features);
    }

    /**
     * The part in a folder: {@code contract.yaml}, {@code <id>.wasm}, {@code *.feature}.
     *
     * @throws IOException when a file can't be read, isn't UTF-8 or is absurdly large; says which
     */
    public static Candidate in(Path folder) throws IOException {
        Text contract = text(folder.resolve("contract.yaml"));
        List<Text> features = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (file.getFileName().toString().endsWith(".feature")) {
                    features.add(text(file));
                }
            }
        }
        Path name = folder.toAbsolutePath().normalize().getFileName();
        return new Candidate(
                name == null ? "" : name.toString(),
                contract,
                programs(folder, contract),
                features);
    }

    private static List<Program> programs(Path folder, Text contract) throws IOException {
        if (ContractReader.read(contract.text(), contract.file())
                instanceof ContractReading.Read(var part)) {
            Path file = folder.resolve(part.id() + ".wasm");
            if (Files.isRegularFile(file)) {
                return List.of(new Program(part.id() + ".wasm", bytes(file, LARGEST_PROGRAM)));
            }
        }
        return List.of();
    }

    /** A part of this release. */
    public static Candidate of(CatalogPart part) {
        List<Program> programs =
                switch (part) {
                    case CatalogPart.Program program ->
                            List.of(new Program(part.id() + ".wasm", program.wasm()));
                    case CatalogPart.Declared _ -> List.of();
                };
        return new Candidate(
                part.id(),
                new Text("contract.yaml", part.contractYaml()),
                programs,
                List.of(new Text("tests.feature", part.feature())));
    }

    byte @Nullable [] program(String id) {
        return programs.stream()
                .filter(program -> program.file().equals(id + ".wasm"))
                .map(Program::wasm)
                .findFirst()
                .orElse(null);
    }

    private static Text text(Path file) throws IOException {
        bytes(file, LARGEST_TEXT);
        try {
            return new Text(file.toString(), Files.readString(file));
        } catch (CharacterCodingException e) {
            throw new IOException(file + " isn't UTF-8.", e);
        }
    }

    private static byte[] bytes(Path file, long largest) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("There is no file " + file + ".");
        }
        if (Files.size(file) > largest) {
            throw new IOException(file + " is larger than " + largest + " bytes.");
        }
        return Files.readAllBytes(file);
    }
}
