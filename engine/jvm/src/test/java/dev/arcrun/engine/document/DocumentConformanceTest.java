package dev.arcrun.engine.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Every file of engine/conformance/document is a case, and a case that exists runs. */
class DocumentConformanceTest {
    private static final Path CASES = Path.of("..", "conformance", "document");

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
        }
    }

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        return files().stream()
                .map(file ->
                        DynamicTest.dynamicTest(
                                file.getFileName().toString(), () -> read(file).check()));
    }

    /** Read by another YAML reader than the one under test. */
    private static DocumentCase read(Path file) throws IOException {
        String json = new YAMLMapper().readTree(Files.readString(file)).toString();
        return new DocumentCase((Json.Obj) JsonReader.read(json));
    }

    @Test
    void there_are_at_least_forty_cases() throws IOException {
        assertThat(files()).hasSizeGreaterThanOrEqualTo(40);
    }
}
