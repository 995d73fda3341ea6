package dev.arcrun.engine.sandbox;

import dev.arcrun.engine.value.Json;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What one call of the part {@code code} may use, from its parameter {@code limits}.
 *
 * @param ticks how far the interpreter may go; a tick is about a turn of a loop or a call, and is
 *     the same on every host
 * @param wall wall time
 * @param memoryMiB memory for JavaScript values
 * @param outputBytes length of the result as JSON
 */
record CodeLimits(long ticks, Duration wall, int memoryMiB, int outputBytes) {
    static final long USUAL_TICKS = 20_000_000;

    /** About 5 s of computing in V8, half a minute on the desktop. */
    static final long MOST_TICKS = 200_000_000;

    /**
     * A value above the most that is allowed counts as the most.
     *
     * @param usual for what is not given
     * @throws CodeFailure when it is not an object of positive numbers
     */
    static CodeLimits of(@Nullable Json limits, Limits usual) {
        Json.Obj given =
                switch (limits) {
                    case null -> Json.Obj.EMPTY;
                    case Json.Null() -> Json.Obj.EMPTY;
                    case Json.Obj object -> object;
                    case Json other ->
                            throw wrong(
                                    "`limits` must be an object, for example"
                                            + " {\"max_ticks\": 50000000}.");
                };
        Limits most = Limits.HARD_CAP;
        long wall = number(given, "timeout_ms", usual.wall().toMillis(), most.wall().toMillis());
        return new CodeLimits(
                number(given, "max_ticks", USUAL_TICKS, MOST_TICKS),
                Duration.ofMillis(Math.min(wall, usual.wall().toMillis())),
                (int) number(given, "memory_mb", usual.memoryMiB(), most.memoryMiB()),
                (int) number(given, "max_output_bytes", usual.outputBytes(), most.outputBytes()));
    }

    private static long number(Json.Obj limits, String name, long usual, long most) {
        return switch (limits.get(name)) {
            case null -> usual;
            case Json.Null() -> usual;
            case Json.Num(double value) when value >= 1 -> (long) Math.min(value, most);
            case Json other -> throw wrong("`limits." + name + "` must be a number from 1.");
        };
    }

    private static CodeFailure wrong(String error) {
        return new CodeFailure(CodeFailure.Kind.CONTRACT, error);
    }
}
