package dev.arcrun.catalog.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Specifications of services, read when they are asked for. */
public final class Services {
    private final Function<String, @Nullable String> texts;
    private final Map<String, ServiceReader.Reading> read = new HashMap<>();

    /**
     * @param texts a service's file by the service's name, null where there is none
     */
    public Services(Function<String, @Nullable String> texts) {
        this.texts = texts;
    }

    /** Those of a folder with a file {@code <service>.yaml} for each. */
    public static Services in(Path folder) {
        return new Services(name -> {
            Path file = folder.resolve(name + ".yaml");
            try {
                return Files.isRegularFile(file) ? Files.readString(file) : null;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** What came of reading a service's file; empty where there is none. */
    public synchronized Optional<ServiceReader.Reading> find(String name) {
        if (!name.matches("[a-z][a-z0-9_]*")) {
            return Optional.empty();
        }
        ServiceReader.Reading known = read.get(name);
        if (known == null) {
            String text = texts.apply(name);
            if (text == null) {
                return Optional.empty();
            }
            known = ServiceReader.read(text, "services/" + name + ".yaml");
            read.put(name, known);
        }
        return Optional.of(known);
    }
}
