package dev.arcrun.catalog.contract;

import dev.arcrun.engine.value.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What the error codes mean that any part or its host may give: {@code errors.yaml}. */
public final class SharedErrors {
    private static final String RESOURCE = "/dev/arcrun/catalog/errors.yaml";

    private SharedErrors() {}

    /** What a code means; nothing where it isn't one that all parts share. */
    public static LocalText meaningOf(String code) {
        return LocalText.of(load().get(code));
    }

    /** Texts by language, by code, in the file's order. */
    public static Json.Obj load() {
        try (InputStream file = SharedErrors.class.getResourceAsStream(RESOURCE)) {
            if (file == null) {
                throw new IllegalStateException("this build lacks " + RESOURCE);
            }
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            ContractYaml yaml = ContractYaml.read(text, "errors.yaml");
            if (!yaml.problems().isEmpty() || !(yaml.value() instanceof Json.Obj errors)) {
                throw new IllegalStateException("errors.yaml is damaged: " + yaml.problems());
            }
            return errors;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
