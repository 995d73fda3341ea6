package dev.arcrun.engine.sandbox;

import java.time.Duration;

/**
 * What one call may use. Reaching a limit is a failure with its code. PART.md, Limits of one call.
 *
 * @param computing time the guest computes; waiting for the host is not counted
 * @param wall time from the guest's start to its end, waiting included
 * @param memoryMiB linear memory in MiB
 * @param inputBytes longest input
 * @param outputBytes longest standard output
 * @param logBytes how much of standard error is kept; more is left out, not a failure
 * @param hostCalls calls of host functions that reach outside (network, store, secrets)
 */
public record Limits(
        Duration computing,
        Duration wall,
        int memoryMiB,
        int inputBytes,
        int outputBytes,
        int logBytes,
        int hostCalls) {
    private static final int MIB = 1024 * 1024;

    public static final Limits DEFAULT =
            new Limits(
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(30),
                    64,
                    5 * MIB,
                    5 * MIB,
                    64 * 1024,
                    64);

    /** The most a user may raise a limit to. */
    public static final Limits HARD_CAP =
            new Limits(
                    Duration.ofSeconds(60),
                    Duration.ofMinutes(10),
                    256,
                    64 * MIB,
                    64 * MIB,
                    MIB,
                    1000);

    /**
     * @throws IllegalArgumentException when a limit is not positive or above {@link #HARD_CAP}
     */
    public Limits {
        within("computing time", computing, Duration.ofSeconds(60));
        within("wall time", wall, Duration.ofMinutes(10));
        within("memory in MiB", memoryMiB, 1, 256);
        within("input bytes", inputBytes, 0, 64 * MIB);
        within("output bytes", outputBytes, 0, 64 * MIB);
        within("log bytes", logBytes, 0, MIB);
        within("host calls", hostCalls, 0, 1000);
    }

    public Limits withComputing(Duration time) {
        return new Limits(time, wall, memoryMiB, inputBytes, outputBytes, logBytes, hostCalls);
    }

    public Limits withWall(Duration time) {
        return new Limits(computing, time, memoryMiB, inputBytes, outputBytes, logBytes, hostCalls);
    }

    public Limits withMemoryMiB(int size) {
        return new Limits(computing, wall, size, inputBytes, outputBytes, logBytes, hostCalls);
    }

    public Limits withInputBytes(int size) {
        return new Limits(computing, wall, memoryMiB, size, outputBytes, logBytes, hostCalls);
    }

    public Limits withOutputBytes(int size) {
        return new Limits(computing, wall, memoryMiB, inputBytes, size, logBytes, hostCalls);
    }

    public Limits withLogBytes(int size) {
        return new Limits(computing, wall, memoryMiB, inputBytes, outputBytes, size, hostCalls);
    }

    public Limits withHostCalls(int count) {
        return new Limits(computing, wall, memoryMiB, inputBytes, outputBytes, logBytes, count);
    }

    private static void within(String what, Duration time, Duration most) {
        if (!time.isPositive() || time.compareTo(most) > 0) {
            throw new IllegalArgumentException(what + " is " + time + ", at most " + most);
        }
    }

    private static void within(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    what + " is " + value + ", allowed are " + least + " to " + most);
        }
    }
}
