package dev.arcrun.catalog;

import dev.arcrun.engine.sandbox.CallResult;
import dev.arcrun.engine.sandbox.HostServices;
import dev.arcrun.engine.sandbox.Limits;
import dev.arcrun.engine.sandbox.PartModule;
import dev.arcrun.engine.sandbox.Sandbox;
import dev.arcrun.engine.sandbox.SandboxSettings;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonReader;
import dev.arcrun.engine.value.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The catalog's parts in a real sandbox, for tests. */
final class Parts implements AutoCloseable {
    static final Catalog CATALOG = Catalog.load();

    /** The parts written in AssemblyScript: all but {@code code}. */
    static final List<String> OURS =
            programs().stream().map(CatalogPart::id).filter(id -> !id.equals("code")).toList();

    /** Those whose result is no {@code {success, data}}, but the object they got. */
    static final Set<String> BARE = Set.of("comp_passthrough", "comp_uppercase", "comp_counter");

    private static final Map<String, PartModule> MODULES = new ConcurrentHashMap<>();

    private final Sandbox sandbox =
            new Sandbox(new SandboxSettings(2, null, SandboxSettings.Compilation.NEVER));

    /** The parts that are programs. */
    static List<CatalogPart.Program> programs() {
        return CATALOG.parts().stream()
                .filter(CatalogPart.Program.class::isInstance)
                .map(CatalogPart.Program.class::cast)
                .toList();
    }

    /** The parts that are connectors. */
    static List<CatalogPart.Declared> connectors() {
        return CATALOG.parts().stream()
                .filter(CatalogPart.Declared.class::isInstance)
                .map(CatalogPart.Declared.class::cast)
                .toList();
    }

    static PartModule module(String id) {
        return MODULES.computeIfAbsent(
                id, it -> ((CatalogPart.Program) CATALOG.find(it).orElseThrow()).module());
    }

    Sandbox sandbox() {
        return sandbox;
    }

    CallResult call(String id, String input, HostServices host) {
        return sandbox.call(
                module(id), input.getBytes(StandardCharsets.UTF_8), Limits.DEFAULT, host);
    }

    Json.Obj run(String id, Json input) {
        return call(id, JsonWriter.compact(input), HostServices.NONE).result();
    }

    Json.Obj run(String id, String input) {
        return run(id, JsonReader.read(input));
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
