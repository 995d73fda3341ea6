package dev.arcrun.engine.sandbox;

import com.dylibso.chicory.runtime.ImportFunction;
import com.dylibso.chicory.runtime.ImportValues;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.runtime.TableInstance;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import com.dylibso.chicory.wasm.types.Table;
import com.dylibso.chicory.wasm.types.TableLimits;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A fresh instance of a part for one call, with everything it may use counted. */
final class GuestInstance {
    private static final int PAGES_IN_MIB = 16;

    private final Instance instance;
    private final GuestMemory memory;

    private GuestInstance(Instance instance, GuestMemory memory) {
        this.instance = instance;
        this.memory = memory;
    }

    /**
     * Runs the module's start section, if it has one: call it on the guest's thread.
     *
     * @param compiled what runs it as bytecode, or null: it is interpreted
     */
    static GuestInstance of(
            PartModule part,
            @Nullable Function<Instance, Machine> compiled,
            GuestCall call,
            int memoryMiB) {
        List<ImportFunction> functions =
                part.importedFunctions().stream()
                        .<ImportFunction>map(each -> each.given().bind(call, each.type()))
                        .toList();
        GuestMemory memory = memory(part, memoryMiB);
        Instance instance =
                Instance.builder(part.module())
                        .withImportValues(ImportValues.builder().withFunctions(functions).build())
                        .withMachineFactory(compiled == null ? BoundedInterpreter::new : compiled)
                        .withMemoryFactory(limits -> memory)
                        .withTableFactory((table, value) -> new TableInstance(own(table), value))
                        .withUnsafeExecutionListener(new BoundedInterpreter.Lookout()::look)
                        .withStart(false)
                        .build();
        return new GuestInstance(instance, memory);
    }

    void start() {
        instance.export("_start").apply();
    }

    int pages() {
        return memory.pages();
    }

    /** Whether the guest asked for more memory than it may have, and was told so. */
    boolean refusedMemory() {
        return memory.refused();
    }

    private static GuestMemory memory(PartModule part, int memoryMiB) {
        MemoryLimits declared = part.module().memorySection().orElseThrow().getMemory(0).limits();
        int most = memoryMiB * PAGES_IN_MIB;
        if (declared.initialPages() > most) {
            throw new GuestStopped(
                    new CallFailure(
                            FailureCode.MEMORY_LIMIT,
                            "The part needs "
                                    + declared.initialPages() / PAGES_IN_MIB
                                    + " MiB from the start; it may use "
                                    + memoryMiB
                                    + ".",
                            "Raise its memory limit."));
        }
        return new GuestMemory(declared.initialPages(), declared.maximumPages(), most);
    }

    /** Growing a table changes its limits, and the module's are shared by all instances. */
    private static Table own(Table table) {
        var limits = table.limits();
        long most = Math.min(limits.max(), ModuleRules.MOST_TABLE_ENTRIES);
        return new Table(
                table.elementType(), new TableLimits(limits.min(), most), table.initialize());
    }
}
