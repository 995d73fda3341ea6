package dev.arcrun.engine.sandbox;

import java.time.Duration;
import java.util.List;

/**
 * What a call used.
 *
 * @param computing processor time of the guest, waiting for the host not counted
 * @param wall from the guest's start to its end
 * @param peakPages linear memory at the end, in pages of 64 KiB (it never shrinks)
 * @param compiled whether it ran as bytecode; else interpreted
 */
public record CallStats(
        Duration computing,
        Duration wall,
        int peakPages,
        int outputBytes,
        boolean compiled,
        List<HostCall> hostCalls) {
    public static final CallStats NONE =
            new CallStats(Duration.ZERO, Duration.ZERO, 0, 0, false, List.of());

    public CallStats {
        hostCalls = List.copyOf(hostCalls);
    }
}
