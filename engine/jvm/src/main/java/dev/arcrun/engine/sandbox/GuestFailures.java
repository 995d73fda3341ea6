package dev.arcrun.engine.sandbox;

import com.dylibso.chicory.runtime.ChicoryInterruptedException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns what came flying out of a guest into a failure for the user. */
final class GuestFailures {
    private static final String AUTHOR = "This is a mistake in the part: tell its author.";

    private GuestFailures() {}

    /**
     * @param thrown anything but a {@link GuestExit}
     * @throws IllegalStateException when it is a mistake of the host
     */
    static CallFailure of(Throwable thrown, GuestClock clock) {
        CallFailure stopped = clock.stopped();
        if (stopped != null) {
            return stopped;
        }
        if (thrown instanceof HostImport.Bug bug) {
            throw new IllegalStateException(bug.getMessage(), bug.getCause());
        }
        return switch (thrown) {
            case GuestStopped ended -> ended.failure();
            case GuestInterrupted ended -> cancelled();
            case ChicoryInterruptedException ended -> cancelled();
            case StackOverflowError error -> stackLimit();
            case OutOfMemoryError error -> memoryLimit();
            case VirtualMachineError error -> throw error;
            default -> trap(thrown);
        };
    }

    static CallFailure memoryLimit() {
        return new CallFailure(
                FailureCode.MEMORY_LIMIT,
                "The part needed more memory than it may use.",
                "Give it less to do in one call, or raise its memory limit.");
    }

    static CallFailure cancelled() {
        return new CallFailure(FailureCode.CANCELLED, "The call was cancelled.", null);
    }

    static CallFailure stackLimit() {
        return new CallFailure(
                FailureCode.STACK_LIMIT,
                "The part's functions call each other too deep.",
                "Its input may be nested too deep, or the part may never stop calling itself.");
    }

    private static CallFailure trap(Throwable thrown) {
        String what = message(thrown);
        if (what.contains("call stack exhausted")) {
            return stackLimit();
        }
        return new CallFailure(FailureCode.TRAP, "The part broke off: " + what + ".", AUTHOR);
    }

    private static String message(Throwable thrown) {
        @Nullable String message = thrown.getMessage();
        if (message == null || message.isBlank()) {
            return thrown.getClass().getSimpleName();
        }
        String shown = GuestLog.visible(message.strip());
        if (shown.toLowerCase(Locale.ROOT).startsWith("trapped on unreachable")) {
            return "it reached code that it declares unreachable";
        }
        return shown.endsWith(".") ? shown.substring(0, shown.length() - 1) : shown;
    }
}
