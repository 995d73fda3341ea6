package dev.arcrun.workspace;

import dev.arcrun.catalog.OwnPart;
import dev.arcrun.engine.connector.Connector;
import dev.arcrun.engine.part.Component;
import dev.arcrun.engine.sandbox.CallResult;
import dev.arcrun.engine.sandbox.HostServices;
import dev.arcrun.engine.sandbox.Limits;
import dev.arcrun.engine.sandbox.PartLoadException;
import dev.arcrun.engine.sandbox.PartModule;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Calls single parts, outside of any recipe. */
public final class PartTrial {
    private static final long MAX_WASM_BYTES = 64L << 20;

    private final RecipeEngine engine;
    private final PartLibrary library;

    /** What can be called alone. */
    public sealed interface Target {
        record Program(PartModule module) implements Target {}

        record Declared(Connector connector) implements Target {}
    }

    public PartTrial(RecipeEngine engine) {
        this.engine = engine;
        this.library = engine.library();
    }

    /**
     * The part to call.
     *
     * @param reference a component name, a part's folder, a connector's file, or a {@code .wasm}
     *     file
     * @throws PartLoadException when it can't be run as a part
     * @throws WorkspaceException when there is no such part or file
     */
    public Target find(String reference) throws PartLoadException {
        Path path = Path.of(reference);
        if (reference.endsWith(".wasm")) {
            return new Target.Program(PartModule.load(bytes(path)));
        }
        if (Files.isDirectory(path) || reference.endsWith(".yaml")) {
            OwnPart part = OwnParts.read(path);
            Connector connector = part.connector().orElse(null);
            return connector == null
                    ? new Target.Program(OwnParts.module(part))
                    : new Target.Declared(connector);
        }
        return switch (library.components().resolve(reference)) {
            case Component.Part part -> target(part.id());
            case Component.Unknown unknown -> throw new WorkspaceException(unknown(unknown));
            case Component.Workflow _, Component.Url _ ->
                    throw new WorkspaceException(
                            "`" + reference + "` is no program that could be called alone.");
        };
    }

    private Target target(String id) throws PartLoadException {
        Connector connector = library.connector(id).orElse(null);
        return connector == null
                ? new Target.Program(library.module(id))
                : new Target.Declared(connector);
    }

    /** What to say where there is no such part. */
    public static String unknown(PartLibrary library, String name) {
        return library.components().resolve(name) instanceof Component.Unknown unknown
                ? unknown(unknown)
                : "`" + name + "` has no contract.";
    }

    private static String unknown(Component.Unknown unknown) {
        return "There is no part `"
                + unknown.name()
                + (unknown.nearest().isEmpty()
                        ? "`. `arcrun parts` lists the parts."
                        : "`; did you mean `" + unknown.nearest().getFirst() + "`?");
    }

    /**
     * Calls a part once.
     *
     * @param mock the host to call it with, or null for what is granted
     */
    public CallResult call(
            String reference,
            Target target,
            Json input,
            Limits limits,
            @Nullable HostServices mock) {
        return switch (target) {
            case Target.Program(PartModule module) ->
                    engine.sandbox()
                            .call(
                                    module,
                                    JsonWriter.compact(input).getBytes(StandardCharsets.UTF_8),
                                    limits,
                                    mock == null ? engine.hostFor(reference, limits.wall()) : mock);
            case Target.Declared(Connector connector) ->
                    engine.call(
                            connector,
                            input instanceof Json.Obj object ? object : Json.Obj.EMPTY,
                            limits.wall(),
                            mock);
        };
    }

    private static byte[] bytes(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new WorkspaceException("There is no file " + file + ".");
            }
            if (Files.size(file) > MAX_WASM_BYTES) {
                throw new WorkspaceException(file + " is over 64 MiB; no part is that large.");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new WorkspaceException(file + " can't be read: " + e.getMessage(), e);
        }
    }
}
