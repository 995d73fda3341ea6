package dev.arcrun.engine.sandbox;

import com.dylibso.chicory.compiler.InterpreterFallback;
import com.dylibso.chicory.compiler.MachineFactoryCompiler;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
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
        if (when == SandboxSettings.Compilation.NEVER
                || module.isCompiled()
                || !module.mayCompile()) {
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

    private void compile(PartModule module) {
        try {
            var compiler =
                    MachineFactoryCompiler.builder(module.module())
                            .withInterpreterFallback(InterpreterFallback.SILENT);
            if (cache != null) {
                compiler.withCache(cache);
            }
            module.use(compiler.compile());
        } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
            // The interpreter runs what the compiler can't translate.
            return;
        }
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(null, work, "arcrun-compiler", STACK_BYTES, false);
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    }
}
