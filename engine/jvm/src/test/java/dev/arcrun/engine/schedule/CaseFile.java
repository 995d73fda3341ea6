package dev.arcrun.engine.schedule;

import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the files of a conformance folder as data. */
public final class CaseFile {
    private static final YAMLMapper YAML = new YAMLMapper();

    private CaseFile() {}

    /** Every YAML file of a folder, by name. */
    public static List<Path> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The cases of a file: one mapping, or a list of them. */
    static List<ConformanceCase> read(Path file) {
        return data(file).stream().map(ConformanceCase::of).toList();
    }

    /** The cases of a file as data: one mapping, or a list of them. */
    public static List<Json.Obj> data(Path file) {
        Json content = json(YAML.readTree(file));
        List<Json> cases = content instanceof Json.Arr list ? list.items() : List.of(content);
        return cases.stream().map(each -> (Json.Obj) each).toList();
    }

    /** A misspelt key would check nothing. */
    public static void onlyKnown(Json.Obj object, Set<String> known) {
        for (String key : object.members().keySet()) {
            if (!known.contains(key)) {
                throw new IllegalArgumentException(
                        "unknown key `" + key + "` in " + JsonWriter.compact(object));
            }
        }
    }

    private static Json json(JsonNode node) {
        return switch (node.getNodeType()) {
            case NULL -> Json.NULL;
            case BOOLEAN -> Json.of(node.booleanValue());
            case NUMBER -> Json.of(node.doubleValue());
            case STRING -> Json.of(node.stringValue());
            case ARRAY -> {
                List<Json> items = new ArrayList<>();
                node.values().forEach(item -> items.add(json(item)));
                yield Json.array(items);
            }
            case OBJECT -> {
                Map<String, Json> members = new LinkedHashMap<>();
                node.properties().forEach(it -> members.put(it.getKey(), json(it.getValue())));
                yield new Json.Obj(members);
            }
            case BINARY, MISSING, POJO -> throw new IllegalArgumentException("not data: " + node);
        };
    }
}
