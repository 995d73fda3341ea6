package dev.arcrun.catalog;

import dev.arcrun.catalog.contract.ContractProblem;
import dev.arcrun.catalog.contract.ContractReader;
import dev.arcrun.catalog.contract.ContractReading;
import dev.arcrun.catalog.contract.PartDescription;
import dev.arcrun.catalog.service.Services;
import dev.arcrun.engine.part.Contract;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Run by the build: checks every contract and writes the catalog's index. */
public final class IndexWriter {
    private final Map<String, Json> entries = new TreeMap<>();
    private final List<ContractProblem> problems = new ArrayList<>();

    private IndexWriter() {}

    /**
     * @param arguments the folder of the parts, that of the connectors, and that of the compiled
     *     classes
     */
    public static void main(String[] arguments) throws IOException {
        List<ContractProblem> problems =
                write(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]));
        problems.forEach(System.err::println);
        System.exit(problems.isEmpty() ? 0 : 1);
    }

    static List<ContractProblem> write(Path parts, Path connectors, Path classes)
            throws IOException {
        var writer = new IndexWriter();
        for (Path folder : list(parts)) {
            if (Files.exists(folder.resolve("contract.yaml"))) {
                writer.program(folder);
            }
        }
        var services = Services.in(connectors.resolve("services"));
        for (Path file : list(connectors)) {
            if (file.toString().endsWith(".yaml")) {
                writer.connector(file, services);
            }
        }
        Path target = classes.resolve("dev/arcrun/catalog").resolve(CatalogIndex.RESOURCE);
        Files.createDirectories(target.getParent());
        Json all = Json.array(List.copyOf(writer.entries.values()));
        Files.writeString(target, JsonWriter.compact(Json.object("parts", all)));
        writeTemplates(parts.resolveSibling("templates"), parts.resolveSibling("lib"), target);
        return writer.problems;
    }

    /** Lists the files of the templates, which a jar can't be asked for. */
    private static void writeTemplates(Path templates, Path lib, Path index) throws IOException {
        List<String> names = new ArrayList<>(files(templates));
        files(lib).forEach(name -> names.add("assemblyscript/lib/" + name));
        names.remove("README.md");
        Files.write(index.resolveSibling(NewPart.INDEX), names.stream().sorted().toList());
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !name.contains("node_modules/") && !name.contains("/target/"))
                    .toList();
        }
    }

    private void program(Path folder) throws IOException {
        Path file = folder.resolve("contract.yaml");
        String id = folder.getFileName().toString();
        PartDescription part = read(file, id);
        if (part != null) {
            byte[] wasm = Files.readAllBytes(folder.resolve(id + ".wasm"));
            entries.put(id, CatalogIndex.entry(part.json(), id, wasm));
        }
    }

    private void connector(Path file, Services services) throws IOException {
        String name = file.getFileName().toString();
        String id = name.substring(0, name.length() - ".yaml".length());
        PartDescription part = read(file, id);
        if (part == null) {
            return;
        }
        if (part.contract().runtime() != Contract.Runtime.CONNECTOR) {
            problem(file, "runtime", "here stand connectors only.");
        }
        Verification verification = Verification.of(part, services);
        verification.problems().forEach(it -> problem(file, "verified", it));
        if (entries.put(id, CatalogIndex.entry(part.json(), verification.verified())) != null) {
            problem(file, "canonical_id", "there is a part `" + id + "` already.");
        }
    }

    private @Nullable PartDescription read(Path file, String id) throws IOException {
        switch (ContractReader.read(Files.readString(file), file.toString())) {
            case ContractReading.Refused(var mistakes) -> problems.addAll(mistakes);
            case ContractReading.Read(var part) -> {
                if (part.id().equals(id)) {
                    return part;
                }
                problem(
                        file,
                        "canonical_id",
                        "`" + part.id() + "` stands at the place of `" + id + "`.");
            }
        }
        return null;
    }

    private void problem(Path file, String path, String message) {
        problems.add(new ContractProblem(file.toString(), 1, 1, path, message));
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }
}
