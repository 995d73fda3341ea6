package dev.arcrun.engine.sandbox;

import dev.arcrun.engine.sandbox.PartLoadException.Code;
import java.nio.charset.StandardCharsets;

/** Reads the primitives of the WebAssembly binary format from a range of bytes. */
final class WasmBytes {
    private final byte[] bytes;
    private final int end;
    private int position;

    WasmBytes(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.position = start;
        this.end = end;
    }

    int position() {
        return position;
    }

    boolean atEnd() {
        return position == end;
    }

    int u8() throws PartLoadException {
        if (position >= end) {
            throw malformed("it ends too soon");
        }
        return Byte.toUnsignedInt(bytes[position++]);
    }

    /** An unsigned LEB128 number below 2^32. */
    long u32() throws PartLoadException {
        long value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            int next = u8();
            value |= (long) (next & 0x7f) << shift;
            if ((next & 0x80) == 0) {
                if (value > 0xffff_ffffL) {
                    throw malformed("a number is too large");
                }
                return value;
            }
        }
        throw malformed("a number is too long");
    }

    /** Skips a LEB128 number of at most so many bytes. */
    void skipNumber(int mostBytes) throws PartLoadException {
        for (int i = 0; i < mostBytes; i++) {
            if ((u8() & 0x80) == 0) {
                return;
            }
        }
        throw malformed("a number is too long");
    }

    void skip(long count) throws PartLoadException {
        if (count > end - position) {
            throw malformed("it ends too soon");
        }
        position += (int) count;
    }

    /** The count of a list whose items have at least one byte each. */
    int count(String what, int most) throws PartLoadException {
        long count = u32();
        if (count > most) {
            throw new PartLoadException(
                    Code.TOO_LARGE, "The part has more than " + most + " " + what + ".");
        }
        if (count > end - position) {
            throw malformed("it ends too soon");
        }
        return (int) count;
    }

    String name() throws PartLoadException {
        int length = count("bytes in a name", 1000);
        int start = position;
        skip(length);
        return new String(bytes, start, length, StandardCharsets.UTF_8);
    }

    /** The next bytes as a range of their own. */
    WasmBytes range(long length) throws PartLoadException {
        int start = position;
        skip(length);
        return new WasmBytes(bytes, start, start + (int) length);
    }

    static PartLoadException malformed(String why) {
        return new PartLoadException(
                Code.MALFORMED, "The file is not a valid WebAssembly module: " + why + ".");
    }
}
