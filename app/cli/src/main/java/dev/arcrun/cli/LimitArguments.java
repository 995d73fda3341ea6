package dev.arcrun.cli;

import dev.arcrun.engine.sandbox.Limits;
import dev.arcrun.workspace.WorkspaceException;
import java.time.Duration;
import java.util.Map;

/** {@code --limits time=10000,memory=128}: other limits for a call than the default ones. */
final class LimitArguments {
    private LimitArguments() {}

    static Limits read(Map<String, Long> arguments) {
        Limits limits = Limits.DEFAULT;
        try {
            for (Map.Entry<String, Long> argument : arguments.entrySet()) {
                limits = with(limits, argument.getKey(), argument.getValue());
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new WorkspaceException("--limits: " + e.getMessage() + ".", e);
        }
        return limits;
    }

    private static Limits with(Limits limits, String name, long value) {
        return switch (name) {
            case "time" -> limits.withComputing(Duration.ofMillis(value));
            case "wall" -> limits.withWall(Duration.ofMillis(value));
            case "memory" -> limits.withMemoryMiB(Math.toIntExact(value));
            case "input" -> limits.withInputBytes(Math.toIntExact(value));
            case "output" -> limits.withOutputBytes(Math.toIntExact(value));
            case "log" -> limits.withLogBytes(Math.toIntExact(value));
            case "calls" -> limits.withHostCalls(Math.toIntExact(value));
            default ->
                    throw new IllegalArgumentException(
                            "nobody knows `"
                                    + name
                                    + "`; known are time, wall, memory, input, output, log and calls");
        };
    }
}
