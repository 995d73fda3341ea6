package dev.arcrun.engine.sandbox;

import dev.arcrun.engine.sandbox.PartLoadException.Code;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * A look at the bytes of a module before they are parsed, so that parsing takes bounded time and
 * memory: every count is checked against what follows it, locals are added up, blocks may not nest
 * without end. WebAssembly core 2.0, binary format, modules.
 */
final class ModuleScan {
    private static final int MIB = 1024 * 1024;
    private static final int MOST_BYTES = 16 * MIB;
    private static final int MOST_CODE_BYTES = 4 * MIB;
    private static final int MOST_SECTION_BYTES = MIB;
    private static final int MOST_LOCALS = 1_000_000;

    /**
     * Where all functions have at most so many, a part of them may be left to Chicory's own
     * interpreter.
     */
    private static final int FEW_LOCALS = 1000;

    private static final byte[] HEAD = {0, 'a', 's', 'm', 1, 0, 0, 0};

    private static final int CUSTOM = 0;
    private static final int TYPE = 1;
    private static final int IMPORT = 2;
    private static final int EXPORT = 7;
    private static final int ELEMENT = 9;
    private static final int CODE = 10;
    private static final int DATA = 11;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private long locals;
    private long mostLocals;

    private ModuleScan() {}

    static ModuleScan of(byte[] wasm) throws PartLoadException {
        if (wasm.length > MOST_BYTES) {
            throw tooLarge("file", MOST_BYTES);
        }
        if (wasm.length < HEAD.length || !Arrays.equals(HEAD, Arrays.copyOf(wasm, HEAD.length))) {
            throw WasmBytes.malformed("it doesn't start as one");
        }
        var scan = new ModuleScan();
        scan.kept.writeBytes(HEAD);
        var bytes = new WasmBytes(wasm, HEAD.length, wasm.length);
        while (!bytes.atEnd()) {
            int start = bytes.position();
            int id = bytes.u8();
            WasmBytes section = bytes.range(bytes.u32());
            if (id != CUSTOM) {
                scan.section(id, section, bytes.position() - section.position());
                scan.kept.write(wasm, start, bytes.position() - start);
            }
        }
        return scan;
    }

    /** The module without names and debugging data, which the sandbox has no use for. */
    byte[] withoutCustomSections() {
        return kept.toByteArray();
    }

    /** Whether the frames of every function are small. */
    boolean hasSmallFrames() {
        return mostLocals <= FEW_LOCALS;
    }

    private void section(int id, WasmBytes section, int length) throws PartLoadException {
        if (id == CODE && length > MOST_CODE_BYTES) {
            throw tooLarge("code", MOST_CODE_BYTES);
        }
        if (id != CODE && id != DATA && length > MOST_SECTION_BYTES) {
            throw tooLarge("section " + id, MOST_SECTION_BYTES);
        }
        switch (id) {
            case TYPE -> types(section);
            case IMPORT -> imports(section);
            case EXPORT -> exports(section);
            case ELEMENT -> elements(section);
            case CODE -> code(section);
            case DATA -> data(section);
            default -> {}
        }
    }

    private static void types(WasmBytes section) throws PartLoadException {
        int count = section.count("function types", 10_000);
        for (int i = 0; i < count; i++) {
            if (section.u8() != 0x60) {
                throw new PartLoadException(
                        Code.NOT_SUPPORTED,
                        "The part declares structures or arrays of WebAssembly GC, which parts"
                                + " can't use.");
            }
            section.skip(section.count("parameters of a function", 128));
            section.skip(section.count("results of a function", 128));
        }
    }

    private static void imports(WasmBytes section) throws PartLoadException {
        int count = section.count("imports", 1000);
        for (int i = 0; i < count; i++) {
            String name = section.name() + "." + section.name();
            if (section.u8() != 0) {
                throw ModuleRules.unknownImport(name);
            }
            section.u32();
        }
    }

    private static void exports(WasmBytes section) throws PartLoadException {
        int count = section.count("exports", 10_000);
        for (int i = 0; i < count; i++) {
            section.name();
            section.u8();
            section.u32();
        }
    }

    private static void elements(WasmBytes section) throws PartLoadException {
        int count = section.count("element segments", 10_000);
        for (int i = 0; i < count; i++) {
            long flags = section.u32();
            boolean active = (flags & 1) == 0;
            boolean explicit = (flags & 2) != 0;
            boolean expressions = (flags & 4) != 0;
            if (active && explicit) {
                section.u32();
            }
            if (active) {
                CodeScan.skipExpression(section);
            }
            if (!active || explicit) {
                section.u8();
            }
            int items = section.count("entries of an element segment", 100_000);
            for (int item = 0; item < items; item++) {
                if (expressions) {
                    CodeScan.skipExpression(section);
                } else {
                    section.u32();
                }
            }
        }
    }

    private void code(WasmBytes section) throws PartLoadException {
        int count = section.count("functions", 100_000);
        for (int i = 0; i < count; i++) {
            WasmBytes body = section.range(section.u32());
            locals(body);
            CodeScan.skipExpression(body);
            if (!body.atEnd()) {
                throw WasmBytes.malformed("a function goes on after its end");
            }
        }
    }

    private void locals(WasmBytes body) throws PartLoadException {
        int groups = body.count("groups of locals in a function", 50_000);
        long own = 0;
        for (int i = 0; i < groups; i++) {
            own += body.u32();
            body.u8();
        }
        locals += own;
        mostLocals = Math.max(mostLocals, own);
        if (own > 50_000 || locals > MOST_LOCALS) {
            throw new PartLoadException(
                    Code.TOO_LARGE, "The part's functions have too many local variables.");
        }
    }

    private static void data(WasmBytes section) throws PartLoadException {
        int count = section.count("data segments", 100_000);
        for (int i = 0; i < count; i++) {
            long flags = section.u32();
            if (flags == 2) {
                section.u32();
            }
            if (flags != 1) {
                CodeScan.skipExpression(section);
            }
            section.skip(section.u32());
        }
    }

    private static PartLoadException tooLarge(String what, int most) {
        return new PartLoadException(
                Code.TOO_LARGE, "The " + what + " of the part has more than " + most + " bytes.");
    }
}
