package dev.arcrun.engine.sandbox;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;

/**
 * The calls of WASI preview 1 that a part gets: three streams, clocks, randomness, exit. Layouts:
 * WASI snapshot_preview1, witx.
 */
final class WasiImports {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int RANDOM_PIECE = 64 * 1024;
    private static final int IOVEC_BYTES = 8;
    private static final int FDSTAT_BYTES = 24;
    private static final long RIGHT_READ = 1L << 1;
    private static final long RIGHT_WRITE = 1L << 6;
    private static final long REALTIME = 0;
    private static final long MONOTONIC = 1;
    private static final long CLOCK_STEP_NANOS = 1000;

    private WasiImports() {}

    static List<HostImport> all() {
        return List.of(
                given("fd_read", "iiii:i", WasiImports::read),
                given("fd_write", "iiii:i", WasiImports::write),
                given("fd_close", "i:i", (call, memory, args) -> standard(args[0])),
                given("fd_fdstat_get", "ii:i", WasiImports::describe),
                given("proc_exit", "i:", WasiImports::exit),
                given("clock_time_get", "ili:i", WasiImports::time),
                given("clock_res_get", "ii:i", WasiImports::resolution),
                given("random_get", "ii:i", WasiImports::random),
                given("args_sizes_get", "ii:i", WasiImports::noneCounted),
                given("args_get", "ii:i", (call, memory, args) -> Errno.SUCCESS),
                given("environ_sizes_get", "ii:i", WasiImports::noneCounted),
                given("environ_get", "ii:i", (call, memory, args) -> Errno.SUCCESS),
                given("poll_oneoff", "iiii:i", WasiPoll::poll),
                given("sched_yield", ":i", (call, memory, args) -> Errno.SUCCESS));
    }

    private static HostImport given(String name, String type, HostImport.Body body) {
        return new HostImport(HostImports.WASI, name, List.of(HostImport.type(type)), body);
    }

    /** (fd, iovecs, count, out read). */
    private static int read(GuestCall call, CheckedMemory memory, long[] args) {
        memory.require(args[3], 4);
        if (fd(args[0]) != 0) {
            return Errno.BADF;
        }
        long read = 0;
        long count = args[2] & 0xffff_ffffL;
        for (long i = 0; i < count; i++) {
            long buffer = iovec(args[1], i);
            long pointer = memory.u32(buffer);
            long room = memory.u32(buffer + 4);
            memory.require(pointer, room);
            byte[] bytes = call.readInput(room);
            memory.write(pointer, bytes);
            read += bytes.length;
            if (bytes.length < room) {
                break;
            }
        }
        memory.putU32(args[3], read);
        return Errno.SUCCESS;
    }

    /** (fd, iovecs, count, out written). */
    private static int write(GuestCall call, CheckedMemory memory, long[] args) {
        memory.require(args[3], 4);
        long fd = fd(args[0]);
        if (fd != 1 && fd != 2) {
            return Errno.BADF;
        }
        long written = 0;
        long count = args[2] & 0xffff_ffffL;
        for (long i = 0; i < count; i++) {
            long buffer = iovec(args[1], i);
            long pointer = memory.u32(buffer);
            long length = memory.u32(buffer + 4);
            memory.require(pointer, length);
            if (fd == 1) {
                call.requireOutputRoom(length);
                call.writeOutput(memory.read(pointer, length));
            } else {
                call.log().write(memory.read(pointer, length));
            }
            written += length;
            stopIfInterrupted();
        }
        memory.putU32(args[3], written);
        return Errno.SUCCESS;
    }

    /** (fd, out fdstat): an unknown kind of file, only readable or only writable. */
    private static int describe(GuestCall call, CheckedMemory memory, long[] args) {
        memory.require(args[1], FDSTAT_BYTES);
        int known = standard(args[0]);
        if (known == Errno.SUCCESS) {
            memory.write(args[1], new byte[FDSTAT_BYTES]);
            memory.putU64(args[1] + 8, fd(args[0]) == 0 ? RIGHT_READ : RIGHT_WRITE);
        }
        return known;
    }

    private static int exit(GuestCall call, CheckedMemory memory, long[] args) {
        throw new GuestExit((int) args[0]);
    }

    /** (clock, precision, out nanoseconds). */
    private static int time(GuestCall call, CheckedMemory memory, long[] args) {
        memory.require(args[2], 8);
        if (args[0] == REALTIME) {
            memory.putU64(args[2], realtime());
        } else if (args[0] == MONOTONIC) {
            memory.putU64(args[2], System.nanoTime());
        } else {
            return Errno.INVAL;
        }
        return Errno.SUCCESS;
    }

    static long realtime() {
        Instant now = Instant.now();
        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }

    private static int resolution(GuestCall call, CheckedMemory memory, long[] args) {
        memory.require(args[1], 8);
        if (args[0] != REALTIME && args[0] != MONOTONIC) {
            return Errno.INVAL;
        }
        memory.putU64(args[1], CLOCK_STEP_NANOS);
        return Errno.SUCCESS;
    }

    private static int random(GuestCall call, CheckedMemory memory, long[] args) {
        long length = args[1] & 0xffff_ffffL;
        memory.require(args[0], length);
        for (long done = 0; done < length; done += RANDOM_PIECE) {
            byte[] piece = new byte[(int) Math.min(RANDOM_PIECE, length - done)];
            RANDOM.nextBytes(piece);
            memory.write(args[0] + done, piece);
            stopIfInterrupted();
        }
        return Errno.SUCCESS;
    }

    private static int noneCounted(GuestCall call, CheckedMemory memory, long[] args) {
        memory.putU32(args[0], 0);
        memory.putU32(args[1], 0);
        return Errno.SUCCESS;
    }

    private static int standard(long fd) {
        return fd(fd) <= 2 ? Errno.SUCCESS : Errno.BADF;
    }

    private static long fd(long value) {
        return value & 0xffff_ffffL;
    }

    private static long iovec(long start, long index) {
        return (start & 0xffff_ffffL) + index * IOVEC_BYTES;
    }

    /** A list of four billion empty buffers is short to write down and long to work off. */
    private static void stopIfInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new GuestInterrupted();
        }
    }
}
