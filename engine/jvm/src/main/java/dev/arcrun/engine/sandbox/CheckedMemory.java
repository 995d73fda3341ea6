package dev.arcrun.engine.sandbox;

import com.dylibso.chicory.runtime.Memory;
import java.nio.charset.StandardCharsets;

/**
 * A guest's memory as host functions use it. Pointers and lengths come from the guest and are
 * unsigned 32 bit numbers; each range is checked before it is touched, and one that isn't inside
 * the memory ends the call with {@link FailureCode#BAD_POINTER}.
 */
final class CheckedMemory {
    private final Memory memory;
    private final String function;

    /**
     * @param function what the guest called, for the message
     */
    CheckedMemory(Memory memory, String function) {
        this.memory = memory;
        this.function = function;
    }

    byte[] read(long pointer, long length) {
        int start = checked(pointer, length);
        return memory.readBytes(start, (int) unsigned(length));
    }

    String readText(long pointer, long length) {
        return new String(read(pointer, length), StandardCharsets.UTF_8);
    }

    void write(long pointer, byte[] bytes, int from, int length) {
        int start = checked(pointer, length);
        memory.write(start, bytes, from, length);
    }

    void write(long pointer, byte[] bytes) {
        write(pointer, bytes, 0, bytes.length);
    }

    /** Unsigned, as a number from 0 to 2^32 - 1. */
    long u32(long pointer) {
        return Integer.toUnsignedLong(memory.readInt(checked(pointer, 4)));
    }

    long u64(long pointer) {
        return memory.readLong(checked(pointer, 8));
    }

    int u16(long pointer) {
        return Short.toUnsignedInt(memory.readShort(checked(pointer, 2)));
    }

    int u8(long pointer) {
        return Byte.toUnsignedInt(memory.read(checked(pointer, 1)));
    }

    void putU32(long pointer, long value) {
        memory.writeI32(checked(pointer, 4), (int) value);
    }

    void putU64(long pointer, long value) {
        memory.writeLong(checked(pointer, 8), value);
    }

    /** Checks a range without touching it: before work whose result goes there. */
    void require(long pointer, long length) {
        checked(pointer, length);
    }

    private int checked(long pointer, long length) {
        long start = unsigned(pointer);
        long end = start + unsigned(length);
        if (end > (long) memory.pages() * Memory.PAGE_SIZE) {
            throw new GuestStopped(
                    new CallFailure(
                            FailureCode.BAD_POINTER,
                            "The part gave `"
                                    + function
                                    + "` a place outside its memory ("
                                    + unsigned(length)
                                    + " bytes at "
                                    + start
                                    + ").",
                            "This is a mistake in the part: tell its author."));
        }
        return (int) start;
    }

    /** An i32 may arrive sign-extended; a sum made by the host may be beyond 32 bits. */
    private static long unsigned(long value) {
        return value < 0 ? value & 0xffff_ffffL : value;
    }
}
