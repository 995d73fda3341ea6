package dev.arcrun.workspace;

import dev.arcrun.engine.part.Component;
import dev.arcrun.engine.sandbox.CallResult;
import dev.arcrun.engine.sandbox.HostServices;
import dev.arcrun.engine.sandbox.Limits;
import dev.arcrun.engine.sandbox.PartLoadException;
import dev.arcrun.engine.sandbox.PartModule;
import dev.arcrun.engine.sandbox.Sandbox;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Calls single parts, outside of any recipe. */
public final class PartTrial {
    private static final long MAX_WASM_BYTES = 64L << 20;

    private final PartLibrary library;
    private final Sandbox sandbox;

    public PartTrial(PartLibrary library, Sandbox sandbox) {
        this.library = library;
        this.sandbox = sandbox;
    }

    /**
     * The program of a part.
     *
     * @param reference a component name, a part's folder, or a {@code .wasm} file
     * @throws PartLoadException when it can't be run as a part
     * @throws WorkspaceException when there is no such part or file
     */
    public PartModule find(String reference) throws PartLoadException {
        Path path = Path.of(reference);
        if (reference.endsWith(".wasm")) {
            return PartModule.load(bytes(path));
        }
        if (Files.isDirectory(path)) {
            return OwnParts.module(OwnParts.read(path));
        }
        return switch (library.components().resolve(reference)) {
            case Component.Part part -> library.module(part.id());
            case Component.Unknown unknown -> throw new WorkspaceException(unknown(unknown));
            case Component.Workflow _, Component.Url _ ->
                    throw new WorkspaceException(
                            "`" + reference + "` is no program that could be called alone.");
        };
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

    /** Calls a program once. */
    public CallResult call(PartModule module, Json input, Limits limits, HostServices host) {
        return sandbox.call(
                module, JsonWriter.compact(input).getBytes(StandardCharsets.UTF_8), limits, host);
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
