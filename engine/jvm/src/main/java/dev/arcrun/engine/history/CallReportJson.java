package dev.arcrun.engine.history;

import dev.arcrun.engine.run.CallReport;
import dev.arcrun.engine.value.Json;
import java.util.ArrayList;
import java.util.List;

/** Call reports as stored JSON. */
final class CallReportJson {
    private CallReportJson() {}

    static Json.Obj write(CallReport report) {
        return Json.object(
                "log", Json.of(report.log()),
                "host_calls", Json.array(report.hostCalls()),
                "computing_ms", Json.of((double) report.computingMs()),
                "memory_bytes", Json.of((double) report.memoryBytes()));
    }

    static CallReport read(Json.Obj json) {
        List<Json.Obj> hostCalls = new ArrayList<>();
        if (json.get("host_calls") instanceof Json.Arr(List<Json> items)) {
            for (Json item : items) {
                if (item instanceof Json.Obj call) {
                    hostCalls.add(call);
                }
            }
        }
        return new CallReport(
                json.get("log") instanceof Json.Str(String log) ? log : "",
                hostCalls,
                number(json, "computing_ms"),
                number(json, "memory_bytes"));
    }

    private static long number(Json.Obj json, String name) {
        return json.get(name) instanceof Json.Num(double number) ? (long) number : 0;
    }
}
