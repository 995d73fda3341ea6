package dev.arcrun.engine.sandbox;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.wasm.ChicoryException;
import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import java.io.ByteArrayInputStream;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A part's program, checked and ready to be called any number of times, by any number of threads.
 * PART.md, Binary interface.
 */
public final class PartModule {
    private final WasmModule module;
    private final String sha256;
    private final List<PartImport> imports;
    private final boolean smallFrames;
    private final AtomicReference<@Nullable Function<Instance, Machine>> compiled =
            new AtomicReference<>();

    private PartModule(
            WasmModule module, String sha256, List<PartImport> imports, boolean smallFrames) {
        this.module = module;
        this.sha256 = sha256;
        this.imports = imports;
        this.smallFrames = smallFrames;
    }

    /**
     * Reads a WebAssembly file. Takes any bytes: what is no part is refused in bounded time and
     * memory.
     *
     * @throws PartLoadException when it can't be run as a part
     */
    public static PartModule load(byte[] wasm) throws PartLoadException {
        ModuleScan scan = ModuleScan.of(wasm);
        WasmModule module = parse(scan.withoutCustomSections());
        String sha256 = Sha256.hex(wasm);
        return new PartModule(module, sha256, check(module, sha256), scan.hasSmallFrames());
    }

    /**
     * A catalog part that Chicory's Maven plugin compiled when the product was built.
     *
     * @param className the generated class, with {@code load()} and {@code create(Instance)}
     * @param sha256 of the {@code .wasm} file it was made from, in hex
     * @throws PartLoadException when there is no such class or it isn't a part
     */
    public static PartModule precompiled(String className, ClassLoader loader, String sha256)
            throws PartLoadException {
        try {
            Class<?> made = Class.forName(className, true, loader);
            var lookup = MethodHandles.publicLookup();
            var load = lookup.findStatic(made, "load", MethodType.methodType(WasmModule.class));
            var create =
                    lookup.findStatic(
                            made, "create", MethodType.methodType(Machine.class, Instance.class));
            WasmModule module = (WasmModule) load.invoke();
            var part = new PartModule(module, sha256, check(module, sha256), false);
            @SuppressWarnings("unchecked")
            Function<Instance, Machine> machines =
                    MethodHandleProxies.asInterfaceInstance(Function.class, create);
            part.compiled.set(machines);
            return part;
        } catch (PartLoadException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new PartLoadException(
                    PartLoadException.Code.MALFORMED,
                    "The built-in part `" + className + "` is not in this installation.",
                    e);
        }
    }

    /** Of the whole file, in hex. */
    public String sha256() {
        return sha256;
    }

    /** Names of the imported functions as {@code module.function}, in the module's order. */
    public List<String> imports() {
        var section = module.importSection();
        return IntStream.range(0, section.importCount())
                .mapToObj(section::getImport)
                .map(each -> each.module() + "." + each.name())
                .toList();
    }

    /** Whether calls run as bytecode from now on; before, they are interpreted. */
    public boolean isCompiled() {
        return compiled.get() != null;
    }

    /** Whether this is the catalog's QuickJS, which has a host adapter of its own. */
    boolean isQuickJs() {
        return sha256.equals(QuickJsModule.SHA256);
    }

    WasmModule module() {
        return module;
    }

    List<PartImport> importedFunctions() {
        return imports;
    }

    boolean hasSmallFrames() {
        return smallFrames;
    }

    @Nullable Function<Instance, Machine> machines() {
        return compiled.get();
    }

    void use(Function<Instance, Machine> machines) {
        compiled.set(machines);
    }

    private static List<PartImport> check(WasmModule module, String sha256)
            throws PartLoadException {
        return sha256.equals(QuickJsModule.SHA256) ? List.of() : ModuleRules.check(module);
    }

    private static WasmModule parse(byte[] wasm) throws PartLoadException {
        try {
            Parser parser = Parser.builder().withCustomParsers(Map.of()).build();
            return parser.parse(() -> new ByteArrayInputStream(wasm));
        } catch (ChicoryException e) {
            throw malformed(e);
        } catch (AssertionError e) {
            // The parser asserts what is true of valid code only; assertions may be on.
            throw malformed(e);
        } catch (StackOverflowError | OutOfMemoryError e) {
            throw new PartLoadException(
                    PartLoadException.Code.TOO_LARGE, "The file is too large to be read.", e);
        } catch (RuntimeException e) {
            // The parser runs into bounds of buffers and lists where it doesn't check itself.
            throw malformed(e);
        }
    }

    private static PartLoadException malformed(Throwable e) {
        String why = e.getMessage() == null ? "its code contradicts itself" : e.getMessage();
        return new PartLoadException(
                PartLoadException.Code.MALFORMED,
                "The file is not a valid WebAssembly module: " + why + ".",
                e);
    }
}
