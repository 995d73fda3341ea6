package dev.arcrun.engine.sandbox;

import com.dylibso.chicory.runtime.ConstantEvaluators;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.runtime.TrapException;
import com.dylibso.chicory.runtime.WasmRuntimeException;
import com.dylibso.chicory.wasm.UninstantiableException;
import com.dylibso.chicory.wasm.types.ActiveDataSegment;
import com.dylibso.chicory.wasm.types.DataSegment;
import com.dylibso.chicory.wasm.types.PassiveDataSegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A guest's linear memory in one array, which remembers whether the guest asked for more than it
 * may have. One thread uses it.
 */
final class GuestMemory implements Memory {
    private static final VarHandle SHORT = view(short[].class);
    private static final VarHandle INT = view(int[].class);
    private static final VarHandle LONG = view(long[].class);
    private static final VarHandle FLOAT = view(float[].class);
    private static final VarHandle DOUBLE = view(double[].class);

    private final int initialPages;
    private final int declaredPages;
    private final int limitPages;
    private byte[] bytes;
    private int size;
    private boolean refused;
    private DataSegment[] segments = {};

    /**
     * @param declaredPages the module's own maximum
     * @param limitPages what this call may have, at least the initial pages
     */
    GuestMemory(int initialPages, int declaredPages, int limitPages) {
        this.initialPages = initialPages;
        this.declaredPages = declaredPages;
        this.limitPages = limitPages;
        this.size = initialPages * PAGE_SIZE;
        this.bytes = new byte[size];
    }

    /** Whether growing failed for the limit of the call, not the module's own. */
    boolean refused() {
        return refused;
    }

    @Override
    public int pages() {
        return size / PAGE_SIZE;
    }

    @Override
    public int grow(int more) {
        int before = pages();
        long wanted = before + Integer.toUnsignedLong(more);
        if (wanted > declaredPages) {
            return -1;
        }
        if (wanted > limitPages || !reserve((int) wanted * PAGE_SIZE)) {
            refused = true;
            return -1;
        }
        size = (int) wanted * PAGE_SIZE;
        return before;
    }

    /** Makes room for half as much again, so that growing page by page copies each byte rarely. */
    private boolean reserve(int needed) {
        if (needed <= bytes.length) {
            return true;
        }
        int generous = Math.min(limitPages * PAGE_SIZE, bytes.length + bytes.length / 2);
        try {
            bytes = Arrays.copyOf(bytes, Math.max(needed, generous));
            return true;
        } catch (OutOfMemoryError e) {
            return false;
        }
    }

    @Override
    public int initialPages() {
        return initialPages;
    }

    @Override
    public int maximumPages() {
        return Math.min(declaredPages, limitPages);
    }

    @Override
    public boolean shared() {
        return false;
    }

    @Override
    @SuppressWarnings("removal")
    public Object lock(int address) {
        return this;
    }

    @Override
    @SuppressWarnings("removal")
    public int waitOn(int address, int expected, long timeout) {
        throw new TrapException("expected shared memory");
    }

    @Override
    @SuppressWarnings("removal")
    public int waitOn(int address, long expected, long timeout) {
        throw new TrapException("expected shared memory");
    }

    @Override
    @SuppressWarnings("removal")
    public int notify(int address, int maxThreads) {
        check(address, 4);
        return 0;
    }

    @Override
    public void initialize(Instance instance, DataSegment[] dataSegments) {
        segments = dataSegments;
        for (DataSegment segment : dataSegments) {
            if (segment instanceof ActiveDataSegment active) {
                int at =
                        (int)
                                ConstantEvaluators.computeConstantValue(
                                        instance, active.offsetInstructions())[0];
                if (outside(at, active.data().length)) {
                    throw new UninstantiableException("out of bounds memory access");
                }
                write(at, active.data(), 0, active.data().length);
            }
        }
    }

    @Override
    public void initPassiveSegment(int segment, int at, int offset, int length) {
        write(at, segments[segment].data(), offset, length);
    }

    @Override
    public void drop(int segment) {
        segments[segment] = PassiveDataSegment.EMPTY;
    }

    @Override
    public void write(int at, byte[] data, int offset, int length) {
        check(at, length);
        if (outside(offset, length, data.length)) {
            throw outOfBounds();
        }
        System.arraycopy(data, offset, bytes, at, length);
    }

    @Override
    public byte read(int at) {
        check(at, 1);
        return bytes[at];
    }

    @Override
    public byte[] readBytes(int at, int length) {
        check(at, length);
        return Arrays.copyOfRange(bytes, at, at + length);
    }

    @Override
    public void writeByte(int at, byte data) {
        check(at, 1);
        bytes[at] = data;
    }

    @Override
    public void writeI32(int at, int data) {
        check(at, 4);
        INT.set(bytes, at, data);
    }

    @Override
    public int readInt(int at) {
        check(at, 4);
        return (int) INT.get(bytes, at);
    }

    @Override
    public void writeLong(int at, long data) {
        check(at, 8);
        LONG.set(bytes, at, data);
    }

    @Override
    public long readLong(int at) {
        check(at, 8);
        return (long) LONG.get(bytes, at);
    }

    @Override
    public void writeShort(int at, short data) {
        check(at, 2);
        SHORT.set(bytes, at, data);
    }

    @Override
    public short readShort(int at) {
        check(at, 2);
        return (short) SHORT.get(bytes, at);
    }

    @Override
    public long readU16(int at) {
        return Short.toUnsignedLong(readShort(at));
    }

    @Override
    public void writeF32(int at, float data) {
        check(at, 4);
        FLOAT.set(bytes, at, data);
    }

    @Override
    public long readF32(int at) {
        return readInt(at);
    }

    @Override
    public float readFloat(int at) {
        check(at, 4);
        return (float) FLOAT.get(bytes, at);
    }

    @Override
    public void writeF64(int at, double data) {
        check(at, 8);
        DOUBLE.set(bytes, at, data);
    }

    @Override
    public double readDouble(int at) {
        check(at, 8);
        return (double) DOUBLE.get(bytes, at);
    }

    @Override
    public long readF64(int at) {
        return readLong(at);
    }

    @Override
    public void zero() {
        Arrays.fill(bytes, 0, size, (byte) 0);
    }

    @Override
    public void fill(byte value, int from, int to) {
        check(from, to - from);
        Arrays.fill(bytes, from, to, value);
    }

    @Override
    public void copy(int to, int from, int length) {
        check(to, length);
        check(from, length);
        System.arraycopy(bytes, from, bytes, to, length);
    }

    private void check(int at, int length) {
        if (outside(at, length)) {
            throw outOfBounds();
        }
    }

    private boolean outside(int at, int length) {
        return outside(at, length, size);
    }

    private static boolean outside(int at, int length, int size) {
        return (at | length) < 0 || at > size - length;
    }

    private static RuntimeException outOfBounds() {
        return new WasmRuntimeException("out of bounds memory access");
    }

    private static VarHandle view(Class<?> kind) {
        return MethodHandles.byteArrayViewVarHandle(kind, ByteOrder.LITTLE_ENDIAN);
    }
}
