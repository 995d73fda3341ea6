package dev.arcrun.catalog;

import dev.arcrun.catalog.contract.ContractProblem;
import dev.arcrun.catalog.contract.ContractReader;
import dev.arcrun.catalog.contract.ContractReading;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Run by the build: checks every contract and writes the catalog's index. */
public final class IndexWriter {
    private IndexWriter() {}

    /**
     * @param arguments the folder of the parts, and the folder of the compiled classes
     */
    public static void main(String[] arguments) throws IOException {
        List<ContractProblem> problems = write(Path.of(arguments[0]), Path.of(arguments[1]));
        problems.forEach(System.err::println);
        System.exit(problems.isEmpty() ? 0 : 1);
    }

    static List<ContractProblem> write(Path parts, Path classes) throws IOException {
        List<Json> entries = new ArrayList<>();
        List<ContractProblem> problems = new ArrayList<>();
        for (Path folder : folders(parts)) {
            Path file = folder.resolve("contract.yaml");
            String id = folder.getFileName().toString();
            switch (ContractReader.read(Files.readString(file), file.toString())) {
                case ContractReading.Refused(var mistakes) -> problems.addAll(mistakes);
                case ContractReading.Read(var part) -> {
                    if (!part.id().equals(id)) {
                        problems.add(
                                new ContractProblem(
                                        file.toString(),
                                        1,
                                        1,
                                        "canonical_id",
                                        "`" + part.id() + "` stands in the folder `" + id + "`."));
                    }
                    byte[] wasm = Files.readAllBytes(folder.resolve(id + ".wasm"));
                    entries.add(CatalogIndex.entry(part.json(), id, wasm));
                }
            }
        }
        Path target = classes.resolve("dev/arcrun/catalog").resolve(CatalogIndex.RESOURCE);
        Files.createDirectories(target.getParent());
        Files.writeString(target, JsonWriter.compact(Json.object("parts", Json.array(entries))));
        writeTemplates(parts.resolveSibling("templates"), parts.resolveSibling("lib"), target);
        return problems;
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

    private static List<Path> folders(Path parts) throws IOException {
        try (Stream<Path> all = Files.list(parts)) {
            return all.filter(folder -> Files.exists(folder.resolve("contract.yaml")))
                    .sorted()
                    .toList();
        }
    }
}
