package dev.arcrun.engine.sandbox;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;

/** Instructions of one function, written one after another. */
final class WasmCode {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    WasmCode i32(int value) {
        return op(0x41).signed(value);
    }

    WasmCode i64(long value) {
        return op(0x42).signed(value);
    }

    WasmCode call(int function) {
        return op(0x10).unsigned(function);
    }

    WasmCode tailCall(int function) {
        return op(0x12).unsigned(function);
    }

    WasmCode drop() {
        return op(0x1a);
    }

    /** Pops an address, pushes what is there. */
    WasmCode load() {
        return op(0x28).unsigned(2).unsigned(0);
    }

    /** Pops a value and below it an address. */
    WasmCode store() {
        return op(0x36).unsigned(2).unsigned(0);
    }

    WasmCode grow() {
        return op(0x40).unsigned(0);
    }

    WasmCode jump(int level) {
        return op(0x0c).unsigned(level);
    }

    /** Pops a condition. */
    WasmCode jumpIf(int level) {
        return op(0x0d).unsigned(level);
    }

    /** Pops an index; every value goes to the same level. */
    WasmCode jumpTable(int level) {
        return op(0x0e).unsigned(1).unsigned(level).unsigned(level);
    }

    WasmCode loop(Consumer<WasmCode> body) {
        op(0x03).op(0x40);
        body.accept(this);
        return end();
    }

    /** Pops a condition. */
    WasmCode when(Consumer<WasmCode> body) {
        op(0x04).op(0x40);
        body.accept(this);
        return end();
    }

    WasmCode unreachable() {
        return op(0x00);
    }

    WasmCode end() {
        return op(0x0b);
    }

    /** Any bytes: an opcode without immediates, or ones written by hand. */
    WasmCode op(int... opcode) {
        for (int each : opcode) {
            bytes.write(each);
        }
        return this;
    }

    WasmCode unsigned(long value) {
        long rest = value;
        do {
            int low = (int) (rest & 0x7f);
            rest >>>= 7;
            bytes.write(rest == 0 ? low : low | 0x80);
        } while (rest != 0);
        return this;
    }

    WasmCode signed(long value) {
        long rest = value;
        while (true) {
            int low = (int) (rest & 0x7f);
            rest >>= 7;
            boolean done = (rest == 0 && (low & 0x40) == 0) || (rest == -1 && (low & 0x40) != 0);
            bytes.write(done ? low : low | 0x80);
            if (done) {
                return this;
            }
        }
    }

    WasmCode raw(byte[] more) {
        bytes.writeBytes(more);
        return this;
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }
}
