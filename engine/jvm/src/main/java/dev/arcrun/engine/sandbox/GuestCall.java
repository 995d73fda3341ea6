package dev.arcrun.engine.sandbox;

import dev.arcrun.engine.value.Utf8;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What host functions share during one call: streams, counters, the way out. One thread only. */
final class GuestCall {
    private final byte[] input;
    private final Limits limits;
    private final HostServices host;
    private final GuestThreads threads;
    private final GuestClock clock;
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final GuestLog log;
    private final List<HostCall> hostCalls = new ArrayList<>();
    private final AnswerHandles answers;
    private int inputRead;
    private @Nullable CallFailure hostFailure;

    GuestCall(
            byte[] input,
            Limits limits,
            HostServices host,
            GuestThreads threads,
            GuestClock clock) {
        this.input = input;
        this.limits = limits;
        this.host = host;
        this.threads = threads;
        this.clock = clock;
        this.answers = new AnswerHandles(limits.memoryMiB() * 1024L * 1024);
        this.log = new GuestLog(limits.logBytes());
    }

    /** The next bytes of standard input, at most so many; empty at its end. */
    byte[] readInput(long most) {
        int length = (int) Math.min(most, input.length - inputRead);
        byte[] bytes = new byte[length];
        System.arraycopy(input, inputRead, bytes, 0, length);
        inputRead += length;
        return bytes;
    }

    void writeOutput(byte[] bytes) {
        if (bytes.length > limits.outputBytes() - output.size()) {
            throw new GuestStopped(
                    new CallFailure(
                            FailureCode.OUTPUT_LIMIT,
                            "The part wrote more than " + limits.outputBytes() + " bytes.",
                            "Let it give less, for example a page at a time."));
        }
        output.writeBytes(bytes);
    }

    /** Refuses a length before it is read from memory. */
    void requireOutputRoom(long length) {
        if (length > limits.outputBytes() - output.size()) {
            writeOutput(new byte[limits.outputBytes() - output.size() + 1]);
        }
    }

    byte[] output() {
        return output.toByteArray();
    }

    int outputBytes() {
        return output.size();
    }

    GuestLog log() {
        return log;
    }

    AnswerHandles answers() {
        return answers;
    }

    HostServices host() {
        return host;
    }

    List<HostCall> hostCalls() {
        return hostCalls;
    }

    /** The first request the host did not carry out, or null. */
    @Nullable CallFailure hostFailure() {
        return hostFailure;
    }

    /** Remembers why a request failed, so that the part's own failure can be explained. */
    void noteHostFailure(CallFailure failure) {
        if (hostFailure == null) {
            hostFailure = failure;
        }
    }

    /** One more request; over the limit the guest ends. */
    void countHostCall() {
        if (hostCalls.size() >= limits.hostCalls()) {
            throw new GuestStopped(
                    new CallFailure(
                            FailureCode.HOST_CALL_LIMIT,
                            "The part made more than " + limits.hostCalls() + " calls to the host.",
                            "Let it do less in one call, for example with a FOREACH outside."));
        }
    }

    /** Does something that waits: the guest's computing time stands still meanwhile. */
    <T> T outside(Supplier<T> wait) {
        return threads.outside(clock, wait);
    }

    /** Sleeps, unless the call is ended before. */
    void sleep(Duration time) {
        outside(() -> {
            try {
                Thread.sleep(time);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return true;
        });
    }

    static byte[] utf8(String text) {
        return Utf8.of(text);
    }
}
