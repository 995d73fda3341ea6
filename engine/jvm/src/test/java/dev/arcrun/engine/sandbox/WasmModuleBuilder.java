package dev.arcrun.engine.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes small WebAssembly modules for tests. Types are words as in {@link HostImport#type}.
 * Functions are numbered from 0, imports first, in the order they are added here.
 */
final class WasmModuleBuilder {
    static final String WASI = "wasi_snapshot_preview1";

    private final List<String> types = new ArrayList<>();
    private final List<byte[]> imports = new ArrayList<>();
    private final List<Integer> functions = new ArrayList<>();
    private final List<byte[]> bodies = new ArrayList<>();
    private final List<byte[]> exports = new ArrayList<>();
    private final List<byte[]> data = new ArrayList<>();
    private byte[] memory = {};
    private byte[] table = {};
    private byte[] custom = {};
    private byte[] startSection = {};

    WasmModuleBuilder importing(String module, String name, String type) {
        imports.add(
                new WasmCode()
                        .raw(name(module))
                        .raw(name(name))
                        .op(0)
                        .unsigned(type(type))
                        .toBytes());
        return this;
    }

    WasmModuleBuilder importingWasi(String name, String type) {
        return importing(WASI, name, type);
    }

    /** A memory of its own, exported as it must be. */
    WasmModuleBuilder memory(int pages) {
        memory = new WasmCode().op(1, 0).unsigned(pages).toBytes();
        return exporting("memory", 2, 0);
    }

    WasmModuleBuilder memory(int pages, int most) {
        memory = new WasmCode().op(1, 1).unsigned(pages).unsigned(most).toBytes();
        return exporting("memory", 2, 0);
    }

    /** A table of functions, without entries in use. */
    WasmModuleBuilder table(int entries) {
        table = new WasmCode().op(1, 0x70, 0).unsigned(entries).toBytes();
        return this;
    }

    /** So many tables without entries, which may grow. */
    WasmModuleBuilder tables(int count) {
        var all = new WasmCode().unsigned(count);
        for (int i = 0; i < count; i++) {
            all.op(0x70, 0, 0);
        }
        table = all.toBytes();
        return this;
    }

    WasmModuleBuilder custom(String name, byte[] content) {
        custom = new WasmCode().raw(name(name)).raw(content).toBytes();
        return this;
    }

    WasmModuleBuilder data(int at, byte[] bytes) {
        data.add(new WasmCode().op(0).i32(at).end().unsigned(bytes.length).raw(bytes).toBytes());
        return this;
    }

    WasmModuleBuilder data(int at, String text) {
        return data(at, text.getBytes(StandardCharsets.UTF_8));
    }

    WasmModuleBuilder function(String type, Consumer<WasmCode> body) {
        return function(type, 0, body);
    }

    /** With so many local variables of type i64. */
    WasmModuleBuilder function(String type, int locals, Consumer<WasmCode> body) {
        functions.add(type(type));
        var code = new WasmCode();
        if (locals == 0) {
            code.unsigned(0);
        } else {
            code.unsigned(1).unsigned(locals).op(0x7e);
        }
        body.accept(code);
        bodies.add(sized(code.end().toBytes()));
        return this;
    }

    /** The function {@code _start}, the last one added, exported. */
    WasmModuleBuilder start(Consumer<WasmCode> body) {
        function(":", body);
        return exporting("_start", 0, imports.size() + functions.size() - 1);
    }

    /** Has a function run when an instance is made, before {@code _start}. */
    WasmModuleBuilder startSection(int function) {
        startSection = new WasmCode().unsigned(function).toBytes();
        return this;
    }

    WasmModuleBuilder exporting(String name, int kind, int index) {
        exports.add(new WasmCode().raw(name(name)).op(kind).unsigned(index).toBytes());
        return this;
    }

    byte[] build() {
        var module = new WasmCode().op(0, 'a', 's', 'm', 1, 0, 0, 0);
        section(module, 1, types.stream().map(WasmModuleBuilder::typeBytes).toList());
        section(module, 2, imports);
        section(
                module,
                3,
                functions.stream().map(i -> new WasmCode().unsigned(i).toBytes()).toList());
        raw(module, 4, table);
        raw(module, 5, memory);
        section(module, 7, exports);
        if (startSection.length > 0) {
            raw(module, 8, startSection);
        }
        section(module, 10, bodies);
        section(module, 11, data);
        raw(module, 0, custom);
        return module.toBytes();
    }

    private int type(String word) {
        if (!types.contains(word)) {
            types.add(word);
        }
        return types.indexOf(word);
    }

    private static void section(WasmCode module, int id, List<byte[]> items) {
        if (!items.isEmpty()) {
            var content = new WasmCode().unsigned(items.size());
            items.forEach(content::raw);
            raw(module, id, content.toBytes());
        }
    }

    private static void raw(WasmCode module, int id, byte[] content) {
        if (content.length > 0) {
            module.op(id).raw(sized(content));
        }
    }

    private static byte[] typeBytes(String word) {
        String[] sides = word.split(":", -1);
        var type = new WasmCode().op(0x60);
        for (String side : sides) {
            type.unsigned(side.length());
            side.chars().forEach(letter -> type.op(letter == 'l' ? 0x7e : 0x7f));
        }
        return type.toBytes();
    }

    private static byte[] name(String text) {
        return sized(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] sized(byte[] bytes) {
        return new WasmCode().unsigned(bytes.length).raw(bytes).toBytes();
    }
}
