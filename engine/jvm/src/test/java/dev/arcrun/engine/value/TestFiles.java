package dev.arcrun.engine.value;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Test data beside the tests of this room. */
final class TestFiles {
    private TestFiles() {}

    static List<String> lines(String name) {
        try (var in = Objects.requireNonNull(TestFiles.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
