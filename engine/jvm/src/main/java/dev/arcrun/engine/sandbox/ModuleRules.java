package dev.arcrun.engine.sandbox;

import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.Export;
import com.dylibso.chicory.wasm.types.ExternalType;
import com.dylibso.chicory.wasm.types.FunctionImport;
import com.dylibso.chicory.wasm.types.FunctionType;
import com.dylibso.chicory.wasm.types.Import;
import com.dylibso.chicory.wasm.types.MemorySection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a valid module must have, and may not have, to be a part. */
final class ModuleRules {
    /** Entries of all tables together at the start, and of each when it has grown. */
    static final int MOST_TABLE_ENTRIES = 100_000;

    private static final int MOST_TABLES = 16;

    private static final int PAGES_IN_MIB = 16;
    private static final FunctionType START = HostImport.type(":");

    private ModuleRules() {}

    /** Gives the functions it imports, in order. */
    static List<PartImport> check(WasmModule module) throws PartLoadException {
        List<PartImport> imports = imports(module);
        checkStart(module);
        checkMemory(module);
        checkTables(module);
        return imports;
    }

    private static List<PartImport> imports(WasmModule module) throws PartLoadException {
        var found = new ArrayList<PartImport>();
        var section = module.importSection();
        for (int i = 0; i < section.importCount(); i++) {
            Import asked = section.getImport(i);
            if (!(asked instanceof FunctionImport function)) {
                throw unknownImport(asked.module() + "." + asked.name());
            }
            FunctionType type = module.typeSection().getType(function.typeIndex());
            HostImport given = HostImports.find(asked.module(), asked.name(), type);
            if (given == null) {
                throw unknownImport(asked.module() + "." + asked.name());
            }
            if (!given.fits(type)) {
                throw new PartLoadException(
                        PartLoadException.Code.IMPORT_TYPE,
                        "The part imports `" + given.fullName() + "` with another type.");
            }
            found.add(new PartImport(given, type));
        }
        return List.copyOf(found);
    }

    static PartLoadException unknownImport(String name) {
        return new PartLoadException(
                PartLoadException.Code.UNKNOWN_IMPORT,
                "The part imports `"
                        + GuestLog.visible(name)
                        + "`, which no host gives. A part may use WASI preview 1, `u6u` and"
                        + " `arcrun`.");
    }

    private static void checkStart(WasmModule module) throws PartLoadException {
        Export start = export(module, "_start");
        if (start == null
                || start.exportType() != ExternalType.FUNCTION
                || !START.equals(functionType(module, start.index()))) {
            throw new PartLoadException(
                    PartLoadException.Code.NO_START,
                    "The part exports no function `_start`. Build it as a WASI command.");
        }
    }

    private static @Nullable FunctionType functionType(WasmModule module, int index) {
        int imported = module.importSection().count(ExternalType.FUNCTION);
        if (index >= imported) {
            int own = index - imported;
            return own < module.functionSection().functionCount()
                    ? module.functionSection().getFunctionType(own, module.typeSection())
                    : null;
        }
        return null;
    }

    private static void checkMemory(WasmModule module) throws PartLoadException {
        Export memory = export(module, "memory");
        MemorySection section = module.memorySection().orElse(null);
        if (memory == null || memory.exportType() != ExternalType.MEMORY || section == null) {
            throw new PartLoadException(
                    PartLoadException.Code.NO_MEMORY, "The part exports no memory `memory`.");
        }
        if (section.memoryCount() != 1 || section.getMemory(0).limits().shared()) {
            throw new PartLoadException(
                    PartLoadException.Code.NOT_SUPPORTED,
                    "The part has several memories or shares one between threads.");
        }
        int most = Limits.HARD_CAP.memoryMiB();
        if (section.getMemory(0).limits().initialPages() > most * PAGES_IN_MIB) {
            throw new PartLoadException(
                    PartLoadException.Code.TOO_LARGE,
                    "The part wants more than " + most + " MiB of memory from the start.");
        }
    }

    private static void checkTables(WasmModule module) throws PartLoadException {
        if (module.tableSection().tableCount() > MOST_TABLES) {
            throw new PartLoadException(
                    PartLoadException.Code.TOO_LARGE,
                    "The part has more than " + MOST_TABLES + " tables.");
        }
        long entries = 0;
        for (int i = 0; i < module.tableSection().tableCount(); i++) {
            entries += module.tableSection().getTable(i).limits().min();
        }
        if (entries > MOST_TABLE_ENTRIES) {
            throw new PartLoadException(
                    PartLoadException.Code.TOO_LARGE,
                    "The part's tables have more than " + MOST_TABLE_ENTRIES + " entries.");
        }
    }

    private static @Nullable Export export(WasmModule module, String name) {
        var section = module.exportSection();
        for (int i = 0; i < section.exportCount(); i++) {
            if (section.getExport(i).name().equals(name)) {
                return section.getExport(i);
            }
        }
        return null;
    }
}
