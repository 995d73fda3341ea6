package dev.arcrun.catalog.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The specifications in a folder, read when they are asked for. */
public final class Services {
    private final Path folder;
    private final Map<String, ServiceReader.Reading> read = new HashMap<>();

    /**
     * @param folder with a file {@code <service>.yaml} for each
     */
    public Services(Path folder) {
        this.folder = folder;
    }

    /** What came of reading a service's file; empty where there is none. */
    public synchronized Optional<ServiceReader.Reading> find(String name) {
        Path file = folder.resolve(name + ".yaml");
        if (!name.matches("[a-z][a-z0-9_]*") || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        return Optional.of(read.computeIfAbsent(name, it -> read(file)));
    }

    private static ServiceReader.Reading read(Path file) {
        try {
            return ServiceReader.read(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
