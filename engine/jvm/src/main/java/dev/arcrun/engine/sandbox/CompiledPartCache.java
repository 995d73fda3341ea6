package dev.arcrun.engine.sandbox;

import com.dylibso.chicory.compiler.Cache;
import com.dylibso.chicory.compiler.MachineFactoryCompiler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Compiled modules on disk: a file for each, named by the module's digest and the compiler's
 * version. A file starts with the SHA-256 of the rest; one that doesn't fit is as good as none, and
 * a folder that can't be written is no error.
 */
final class CompiledPartCache implements Cache {
    private static final int DIGEST_BYTES = 32;

    private static final String COMPILER_FACTS =
            "/META-INF/maven/com.dylibso.chicory/compiler/pom.properties";

    private final Path folder;

    /** Part of the name of each file: another compiler makes other classes. */
    private final String compiler;

    CompiledPartCache(Path folder) {
        this.folder = folder;
        this.compiler = compilerVersion();
    }

    @Override
    public byte @Nullable [] get(String key) {
        byte[] stored;
        try {
            stored = Files.readAllBytes(file(key));
        } catch (IOException e) {
            return null;
        }
        if (stored.length < DIGEST_BYTES) {
            return null;
        }
        byte[] classes = Arrays.copyOfRange(stored, DIGEST_BYTES, stored.length);
        byte[] digest = Arrays.copyOf(stored, DIGEST_BYTES);
        return Arrays.equals(digest, Sha256.of(classes)) ? classes : null;
    }

    @Override
    public void putIfAbsent(String key, byte[] classes) {
        @Nullable Path temporary = null;
        try {
            Files.createDirectories(folder);
            temporary = Files.createTempFile(folder, "writing-", ".tmp");
            byte[] stored = Arrays.copyOf(Sha256.of(classes), DIGEST_BYTES + classes.length);
            System.arraycopy(classes, 0, stored, DIGEST_BYTES, classes.length);
            Files.write(temporary, stored);
            Files.move(
                    temporary,
                    file(key),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            deleteQuietly(temporary);
        }
    }

    /** Drops what is stored: it could not be used. */
    void forget(String key) {
        deleteQuietly(file(key));
    }

    private Path file(String key) {
        String name = Sha256.hex((compiler + " " + key).getBytes(StandardCharsets.UTF_8));
        return folder.resolve(name + ".classes");
    }

    private static String compilerVersion() {
        try (InputStream facts = MachineFactoryCompiler.class.getResourceAsStream(COMPILER_FACTS)) {
            if (facts == null) {
                throw new IllegalStateException("Chicory's compiler doesn't say its version");
            }
            var properties = new Properties();
            properties.load(facts);
            return "chicory " + properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteQuietly(@Nullable Path file) {
        if (file == null) {
            return;
        }
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }
}
