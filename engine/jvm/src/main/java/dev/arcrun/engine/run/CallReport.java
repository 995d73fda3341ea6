package dev.arcrun.engine.run;

import dev.arcrun.engine.value.Json;
import java.util.List;

/**
 * What a part call did besides its result, free of credentials.
 *
 * @param log what the part wrote to its log
 * @param hostCalls an object each: {@code op, method, url, status, bytes, duration_ms}
 * @param computingMs time spent in the part's own code
 * @param memoryBytes the most memory it had
 */
public record CallReport(String log, List<Json.Obj> hostCalls, long computingMs, long memoryBytes) {
    public static final CallReport NOTHING = new CallReport("", List.of(), 0, 0);

    public CallReport {
        hostCalls = List.copyOf(hostCalls);
    }
}
