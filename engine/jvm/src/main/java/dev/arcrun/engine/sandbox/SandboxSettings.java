package dev.arcrun.engine.sandbox;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a {@link Sandbox} works.
 *
 * @param threads guests that compute at one time, at least 1
 * @param cacheDir where compiled modules are kept, or null: only in memory
 * @param compilation when modules are compiled to bytecode
 */
public record SandboxSettings(int threads, @Nullable Path cacheDir, Compilation compilation) {

    public enum Compilation {
        /** Only interpreted: slow, and nothing is made. */
        NEVER,
        /** Interpreted at once, compiled meanwhile, switched when ready. */
        BACKGROUND,
        /** The first call waits for the compiler. */
        FIRST
    }

    public SandboxSettings {
        if (threads < 1) {
            throw new IllegalArgumentException("a sandbox needs a thread");
        }
    }

    /** A guest per processor, compiled in the background, kept in that folder. */
    public static SandboxSettings withCache(@Nullable Path cacheDir) {
        return new SandboxSettings(
                Math.max(2, Runtime.getRuntime().availableProcessors()),
                cacheDir,
                Compilation.BACKGROUND);
    }
}
