package dev.arcrun.engine.sandbox;

import com.dylibso.chicory.compiler.InterpreterFallback;
import com.dylibso.chicory.compiler.MachineFactoryCompiler;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compiles modules to bytecode, one after another, on a thread of low priority. */
final class PartCompiler implements AutoCloseable {
    /** Reading deeply nested code recurses. */
    private static final long STACK_BYTES = 16L * 1024 * 1024;

    private final SandboxSettings.Compilation when;
    private final @Nullable CompiledPartCache cache;
    private final Set<PartModule> seen = Collections.newSetFromMap(new WeakHashMap<>());
    private final ExecutorService thread;

    PartCompiler(SandboxSettings.Compilation when, @Nullable Path cacheDir) {
        this.when = when;
        this.cache = cacheDir == null ? null : new CompiledPartCache(cacheDir);
        var one =
                new ThreadPoolExecutor(
                        1,
                        1,
                        10,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        PartCompiler::thread);
        one.allowCoreThreadTimeOut(true);
        thread = one;
    }

    /** Has the module compiled, if it isn't, wasn't tried before, and should be. */
    void prepare(PartModule module) {
        if (when == SandboxSettings.Compilation.NEVER || module.isCompiled()) {
            return;
        }
        synchronized (seen) {
            if (!seen.add(module)) {
                return;
            }
        }
        if (when == SandboxSettings.Compilation.FIRST) {
            compile(module);
        } else {
            thread.execute(() -> compile(module));
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    /**
     * A function too large for bytecode stays with Chicory's own interpreter, whose frames nobody
     * counts; that is allowed where they are small.
     */
    private void compile(PartModule module) {
        Function<Instance, Machine> machines = compiled(module, cache, InterpreterFallback.FAIL);
        if (machines == null && cache != null) {
            cache.forget(module.module().digest());
        }
        if (machines == null && module.hasSmallFrames()) {
            machines = compiled(module, cache, InterpreterFallback.SILENT);
        }
        if (machines != null) {
            module.use(machines);
        }
    }

    /** Null where the compiler, or what the cache holds, fails: the interpreter runs it anyway. */
    private static @Nullable Function<Instance, Machine> compiled(
            PartModule module, @Nullable CompiledPartCache cache, InterpreterFallback fallback) {
        try {
            var compiler =
                    MachineFactoryCompiler.builder(module.module())
                            .withInterpreterFallback(fallback);
            if (cache != null) {
                compiler.withCache(cache);
            }
            return compiler.compile();
        } catch (RuntimeException
                | LinkageError
                | AssertionError
                | StackOverflowError
                | OutOfMemoryError e) {
            return null;
        }
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(null, work, "arcrun-compiler", STACK_BYTES, false);
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    }
}
