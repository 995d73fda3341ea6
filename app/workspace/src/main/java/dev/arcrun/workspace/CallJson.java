package dev.arcrun.workspace;

import dev.arcrun.engine.sandbox.CallResult;
import dev.arcrun.engine.sandbox.HostCall;
import dev.arcrun.engine.value.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** A call of a part with all that is known about it, as JSON. */
public final class CallJson {
    static final long PAGE_BYTES = 65_536;

    private CallJson() {}

    /**
     * {@code {result, log, computing_ms, wall_ms, memory_bytes, output_bytes, compiled,
     * host_calls}}.
     */
    public static Json.Obj of(CallResult call) {
        return Json.object(
                "result", call.result(),
                "log", Json.of(call.log()),
                "computing_ms", Json.of(call.stats().computing().toNanos() / 1e6),
                "wall_ms", Json.of(call.stats().wall().toNanos() / 1e6),
                "memory_bytes", Json.of((double) call.stats().peakPages() * PAGE_BYTES),
                "output_bytes", Json.of(call.stats().outputBytes()),
                "compiled", Json.of(call.stats().compiled()),
                "host_calls",
                        Json.array(call.stats().hostCalls().stream().map(CallJson::of).toList()));
    }

    /** {@code {op, method?, target, status, bytes, duration_ms, error_code?}}. */
    static Json.Obj of(HostCall call) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("op", Json.of(call.op()));
        if (call.method() != null) {
            members.put("method", Json.of(call.method()));
        }
        members.put("target", Json.of(call.target()));
        members.put("status", Json.of(call.status()));
        members.put("bytes", Json.of((double) call.bytes()));
        members.put("duration_ms", Json.of((double) call.duration().toMillis()));
        if (call.failure() != null) {
            members.put("error_code", Json.of(call.failure().name()));
        }
        return new Json.Obj(members);
    }
}
