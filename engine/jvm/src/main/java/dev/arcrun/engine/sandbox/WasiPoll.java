package dev.arcrun.engine.sandbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code poll_oneoff}: clock subscriptions really wait, standard streams are always ready. Layouts:
 * WASI snapshot_preview1, subscription (48 bytes) and event (32 bytes).
 */
final class WasiPoll {
    private static final int SUBSCRIPTION_BYTES = 48;
    private static final int EVENT_BYTES = 32;
    private static final int MOST = 1024;
    private static final int CLOCK = 0;
    private static final int ABSOLUTE = 1;

    private WasiPoll() {}

    private record Subscription(long userdata, int kind, int error, long waitNanos) {}

    /** (subscriptions, out events, count, out event count). */
    static int poll(GuestCall call, CheckedMemory memory, long[] args) {
        long count = args[2] & 0xffff_ffffL;
        memory.require(args[3], 4);
        if (count == 0 || count > MOST) {
            return Errno.INVAL;
        }
        memory.require(args[0], count * SUBSCRIPTION_BYTES);
        memory.require(args[1], count * EVENT_BYTES);
        List<Subscription> asked = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            asked.add(read(memory, (args[0] & 0xffff_ffffL) + (long) i * SUBSCRIPTION_BYTES));
        }
        long wait = asked.stream().mapToLong(Subscription::waitNanos).min().orElse(0);
        if (wait > 0) {
            call.sleep(Duration.ofNanos(wait));
        }
        long event = args[1] & 0xffff_ffffL;
        int events = 0;
        for (Subscription subscription : asked) {
            if (subscription.waitNanos() <= wait) {
                write(memory, event + (long) events * EVENT_BYTES, subscription);
                events++;
            }
        }
        memory.putU32(args[3], events);
        return Errno.SUCCESS;
    }

    private static Subscription read(CheckedMemory memory, long at) {
        long userdata = memory.u64(at);
        int kind = memory.u8(at + 8);
        if (kind != CLOCK) {
            int error = memory.u32(at + 16) <= 2 ? Errno.SUCCESS : Errno.BADF;
            return new Subscription(userdata, kind, error, 0);
        }
        long clock = memory.u32(at + 16);
        if (clock > 1) {
            return new Subscription(userdata, kind, Errno.INVAL, 0);
        }
        long time = memory.u64(at + 24);
        boolean absolute = (memory.u16(at + 40) & ABSOLUTE) != 0;
        long wait = time;
        if (absolute) {
            wait = time - (clock == 0 ? WasiImports.realtime() : System.nanoTime());
        } else if (time < 0) {
            wait = Long.MAX_VALUE;
        }
        return new Subscription(userdata, kind, Errno.SUCCESS, Math.max(0, wait));
    }

    private static void write(CheckedMemory memory, long at, Subscription subscription) {
        memory.write(at, new byte[EVENT_BYTES]);
        memory.putU64(at, subscription.userdata());
        memory.putU32(at + 8, subscription.error() | (long) subscription.kind() << 16);
    }
}
