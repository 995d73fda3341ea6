package dev.arcrun.engine.sandbox;

import com.dylibso.chicory.wasm.types.FunctionType;
import com.dylibso.chicory.wasm.types.ValType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every function a part may import. PART.md, Binary interface. */
final class HostImports {
    static final String WASI = "wasi_snapshot_preview1";

    private static final Map<String, HostImport> GIVEN = given();

    private HostImports() {}

    /**
     * The function of that name. One of WASI preview 1 that isn't given answers ENOSYS, whatever it
     * takes; null: no host gives it.
     */
    static @Nullable HostImport find(String module, String name, FunctionType asked) {
        HostImport found = GIVEN.get(module + "." + name);
        if (found != null) {
            return found;
        }
        boolean answersErrno = asked.returns().equals(List.of(ValType.I32));
        if (module.equals(WASI) && answersErrno) {
            return new HostImport(
                    module, name, List.of(asked), (call, memory, args) -> Errno.NOSYS);
        }
        return null;
    }

    private static Map<String, HostImport> given() {
        var all = new HashMap<String, HostImport>();
        WasiImports.all().forEach(given -> all.put(given.fullName(), given));
        U6uImports.all().forEach(given -> all.put(given.fullName(), given));
        ArcrunImports.all().forEach(given -> all.put(given.fullName(), given));
        return Map.copyOf(all);
    }
}
