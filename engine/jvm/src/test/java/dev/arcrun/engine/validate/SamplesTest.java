package dev.arcrun.engine.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.document.RecipeDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class SamplesTest {
    private static final Path RECIPES = Path.of("../../samples/recipes");

    @TestFactory
    Stream<DynamicTest> a_sample_has_no_problem() throws IOException {
        List<Path> samples;
        try (Stream<Path> files = Files.list(RECIPES)) {
            samples = files.sorted().toList();
        }
        assertThat(samples).hasSizeGreaterThan(5);
        Surroundings known = new Surroundings(Set.of("hello"), Set.of("CHAT_TOKEN"), host -> true);
        return samples.stream()
                .map(file ->
                        DynamicTest.dynamicTest(
                                file.getFileName().toString(),
                                () -> {
                                    var document = RecipeDocument.read(Files.readString(file));
                                    assertThat(document.problems()).isEmpty();
                                    assertThat(
                                                    new Validator(TestParts.CATALOG, known)
                                                            .check(document))
                                            .isEmpty();
                                }));
    }
}
